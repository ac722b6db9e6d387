package dev.concordat.check.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A commit and its first parent, by their ids. */
record Step(String previous, String current) {

    /** The steps of the first-parent history of HEAD, oldest first; if there are more than so many, some that a seed draws. */
    static List<Step> of(Git git, int atMost, int seed) throws IOException, InterruptedException {
        List<String> commits = git.run("rev-list", "--first-parent", "--reverse", "HEAD");
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < commits.size(); i++) {
            steps.add(new Step(commits.get(i - 1), commits.get(i)));
        }
        if (steps.size() > atMost) {
            Collections.shuffle(steps, new Random(seed));
            return List.copyOf(steps.subList(0, atMost));
        }
        return List.copyOf(steps);
    }

    @Override
    public String toString() {
        return previous.substring(0, 12) + "-" + current.substring(0, 12);
    }
}
