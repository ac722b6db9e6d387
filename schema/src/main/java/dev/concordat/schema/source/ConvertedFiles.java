package dev.concordat.schema.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * The files of a working tree that git writes otherwise than it stores them, by their attributes (gitattributes(5)): through a filter, in another
 * encoding, with an {@code $Id$} written out. Of these, what git saw last says nothing about what lies there. Whatever is not sure counts as one.
 */
final class ConvertedFiles {
    static final String ATTRIBUTES = ".gitattributes";

    private static final String MACRO = "[attr]";
    private static final Set<String> CONVERTING = Set.of("filter", "ident", "working-tree-encoding");

    private final List<Rules> found = new ArrayList<>();
    private final Set<String> converting = new HashSet<>(CONVERTING);

    private ConvertedFiles() {}

    /**
     * The converted files of a clone.
     *
     * @param root the directory that was listed
     * @param inside the attribute files found below it, by their path from there
     */
    static ConvertedFiles of(GitIndex.Around around, Path root, Collection<String> inside) {
        ConvertedFiles files = new ConvertedFiles();
        files.read("", Path.of("/etc/gitattributes"));
        userAttributes().ifPresent(file -> files.read("", file));
        files.read("", around.index().gitDirectory().resolve("info").resolve("attributes"));
        Path directory = around.top();
        files.read("", directory.resolve(ATTRIBUTES));
        int end = -1;
        for (String name :
                around.prefix().isEmpty() ? new String[0] : around.prefix().split("/")) {
            directory = directory.resolve(name);
            end += name.length() + 1;
            files.read(around.prefix().substring(0, end + 1), directory.resolve(ATTRIBUTES));
        }
        for (String path : inside) {
            String parent = path.substring(0, path.length() - ATTRIBUTES.length());
            if (!parent.isEmpty()) {
                files.read(around.prefix() + parent, root.resolve(path));
            }
        }
        files.findMacros();
        return files;
    }

    private static Optional<Path> userAttributes() {
        String configuration = System.getenv("XDG_CONFIG_HOME");
        String home = System.getenv("HOME");
        return configuration != null && !configuration.isEmpty()
                ? Optional.of(Path.of(configuration, "git", "attributes"))
                : Optional.ofNullable(home).map(directory -> Path.of(directory, ".config", "git", "attributes"));
    }

    private void read(String prefix, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            AttributesNode node = new AttributesNode();
            node.parse(in);
            found.add(new Rules(prefix, Optional.of(node.getRules())));
        } catch (IOException | RuntimeException e) {
            found.add(new Rules(prefix, Optional.empty()));
        }
    }

    /** A name for several attributes may stand for one that converts. */
    private void findMacros() {
        for (Rules rules : found) {
            for (AttributesRule rule : rules.inOrder().orElse(List.of())) {
                if (rule.getPattern().startsWith(MACRO) && converts(rule)) {
                    converting.add(rule.getPattern().substring(MACRO.length()));
                }
            }
        }
    }

    private boolean converts(AttributesRule rule) {
        return rule.getAttributes().stream()
                .anyMatch(attribute -> converting.contains(attribute.getKey())
                        && attribute.getState() != Attribute.State.UNSET
                        && attribute.getState() != Attribute.State.UNSPECIFIED);
    }

    /**
     * Whether a file is one of them, or may be.
     *
     * @param path the path from the top of the working tree
     */
    boolean contains(String path) {
        return found.stream().anyMatch(rules -> path.startsWith(rules.prefix()) && isConverted(rules, path));
    }

    private boolean isConverted(Rules rules, String path) {
        String inside = path.substring(rules.prefix().length());
        return rules.inOrder().isEmpty()
                || rules.inOrder().get().stream().anyMatch(rule -> converts(rule) && rule.isMatch(inside, false));
    }

    /**
     * What an attribute file says.
     *
     * @param prefix the directory that it says it of, from the top, empty or ending with a slash
     * @param inOrder empty when it could not be read
     */
    private record Rules(String prefix, Optional<List<AttributesRule>> inOrder) {}
}
