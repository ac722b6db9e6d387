package dev.concordat.check.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A commit and its first parent, by their ids. */
record Step(String previous, String current) {

    /** The steps of the first-parent history of HEAD, oldest first; if there are more than so many, some that a seed draws. */
    static List<Step> of(Git git, int atMost, int seed) throws IOException, InterruptedException {
        List<String> commits = git.run("rev-list", "--first-parent", "--reverse", "HEAD");
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < commits.size(); i++) {
            steps.add(new Step(commits.get(i - 1), commits.get(i)));
        }
        return steps.size() > atMost ? drawn(steps, atMost, seed) : List.copyOf(steps);
    }

    /** Some of the steps, in their order, for which git has little to write from one to the next. */
    private static List<Step> drawn(List<Step> steps, int count, int seed) {
        List<Step> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, new Random(seed));
        Set<Step> drawn = new HashSet<>(shuffled.subList(0, count));
        return steps.stream().filter(drawn::contains).toList();
    }

    @Override
    public String toString() {
        return previous.substring(0, 12) + "-" + current.substring(0, 12);
    }
}
