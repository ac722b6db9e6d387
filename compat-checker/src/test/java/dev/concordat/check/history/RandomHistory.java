package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.File;
import dev.concordat.check.history.RandomContracts.Message;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Writes a git repository with a history of random contracts, in which every commit changes a few things and every state compiles. */
final class RandomHistory {
    private static final int CHANGES_TO_START = 150;
    private static final int COMMITS_OF_A_LIFE = 80;

    private final Random random;
    private final List<Long> changes = new ArrayList<>();

    private RandomHistory(Random random) {
        this.random = random;
    }

    /** Takes the directory of the repository, which must be new, how many commits, and a seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Files.createDirectories(Path.of(arguments[0]));
        new Git(repository).run("init", "--quiet", "--initial-branch=main");
        Process process = new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet")
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream stream = new BufferedOutputStream(process.getOutputStream())) {
            new RandomHistory(new Random(Long.parseLong(arguments[2]))).write(Integer.parseInt(arguments[1]), stream);
        }
        if (process.waitFor() != 0) {
            throw new IOException("git fast-import failed.");
        }
        new Git(repository).run("update-ref", "refs/heads/main", "refs/heads/random");
    }

    private void write(int commits, OutputStream stream) throws IOException {
        for (int commit = 0; commit < commits; commit++) {
            // New contracts now and then, since old ones grow.
            if (commit % COMMITS_OF_A_LIFE == 0) {
                changes.clear();
                change(CHANGES_TO_START);
            }
            change(1 + random.nextInt(3));
            print(
                    stream,
                    "commit refs/heads/random\ncommitter Random <random@example.com> %d +0000\ndata 0\ndeleteall\n"
                            .formatted(commit));
            for (Map.Entry<String, String> file : texts(contracts()).entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                print(stream, "M 100644 inline %s\ndata %d\n".formatted(file.getKey(), content.length));
                stream.write(content);
                print(stream, "\n");
            }
        }
    }

    private static void print(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void change(int times) {
        for (int time = 0; time < times; time++) {
            change();
        }
    }

    /** Changes something such that the contracts still compile. */
    private void change() {
        for (int tries = 0; tries < 100; tries++) {
            changes.add(random.nextLong());
            RandomContracts changed = contracts();
            if (!numbersTwice(changed) && compiles(changed)) {
                return;
            }
            changes.remove(changes.size() - 1);
        }
    }

    /** What the changes make of nothing. */
    private RandomContracts contracts() {
        RandomContracts contracts = new RandomContracts();
        for (long change : changes) {
            new RandomChanges(contracts, new Random(change)).change();
        }
        return contracts;
    }

    /** buf refuses two extensions with one number wherever they are, protoc only in one file. */
    private static boolean numbersTwice(RandomContracts contracts) {
        IdentityHashMap<Message, Set<Integer>> numbers = new IdentityHashMap<>();
        return contracts.extensionLists().stream()
                .flatMap(List::stream)
                .anyMatch(extension -> !numbers.computeIfAbsent(extension.extended, unused -> new HashSet<>())
                        .add(extension.number));
    }

    private static boolean compiles(RandomContracts contracts) {
        List<ContractFile> files = new ArrayList<>();
        texts(contracts)
                .forEach((path, text) -> files.add(new ContractFile(
                        path, Optional.empty(), new SourceText(path, text.getBytes(StandardCharsets.UTF_8)))));
        try {
            new LinkingCompiler().compile(files);
            return !files.isEmpty();
        } catch (ContractException e) {
            return false;
        }
    }

    private static Map<String, String> texts(RandomContracts contracts) {
        Map<String, String> texts = new TreeMap<>();
        for (File file : contracts.files) {
            texts.put(file.path, RandomText.of(contracts, file));
        }
        return texts;
    }
}
