package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.source.ArchiveEntry.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The contracts and configuration files in an archive; what else it holds is not kept. Nothing is ever written to disk, and an archive with a name that
 * would not stay inside is refused as a whole: whoever made it meant no good.
 */
final class ArchiveTree implements FileTree {
    private static final int ENTRY_LIMIT = 2_000_000;
    private static final String REMEDY = "Make the archive again, for example with \"git archive\".";

    private final String path;
    private final int stripped;
    private final int fileLimit;
    private final NavigableMap<String, Item> items = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /** A tree without entries yet, of the archive at a path, without the first parts of each name; larger files are not read. */
    ArchiveTree(String path, int stripped, int fileLimit) {
        this.path = path;
        this.stripped = stripped;
        this.fileLimit = fileLimit;
    }

    /** Whether an entry of this name is kept. */
    static boolean isKept(String name) {
        return name.endsWith(".proto")
                || name.endsWith(".yaml")
                || name.endsWith(".lock")
                || name.endsWith(".mod")
                || name.endsWith(".work")
                || name.endsWith(".binpb");
    }

    /** Adds the next entry. */
    void add(ArchiveEntry entry) throws ContractException {
        String name = checked(entry.name());
        if (entry.kind() != Kind.DIRECTORY && !seen.add(name)) {
            throw refused("it has two entries " + PathRules.quoted(name) + ", and programs differ in which one counts");
        }
        if (seen.size() > ENTRY_LIMIT) {
            throw refused("it has more than " + ENTRY_LIMIT + " entries");
        }
        Optional<String> inside = strip(name);
        if (entry.kind() != Kind.DIRECTORY && inside.isPresent() && isKept(name)) {
            items.put(inside.get(), new Item(entry.kind() == Kind.LINK, entry.size(), entry.content()));
        }
    }

    /** The name without a leading {@code ./} and a closing slash. */
    private String checked(String name) throws ContractException {
        String bare = name.startsWith("./") ? name.substring(2) : name;
        bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        if (bare.startsWith("/") || bare.contains("\\") || bare.matches("[A-Za-z]:.*")) {
            throw refused("entry " + PathRules.quoted(name) + " has an absolute path, or one of Windows");
        }
        if (bare.codePoints().anyMatch(Character::isISOControl)) {
            throw refused("entry " + PathRules.quoted(name) + " has a control character in its name");
        }
        for (String part : bare.isEmpty() ? new String[0] : bare.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw refused("entry " + PathRules.quoted(name) + " has an empty, \".\" or \"..\" part");
            }
        }
        return bare;
    }

    private Optional<String> strip(String name) {
        String rest = name;
        for (int part = 0; part < stripped; part++) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            rest = rest.substring(slash + 1);
        }
        return Optional.of(rest);
    }

    private ContractException refused(String reason) {
        return ContractException.at(
                Failure.NO_ANSWER, Place.of(path), "The archive is refused: %s.".formatted(reason), REMEDY);
    }

    @Override
    public String description() {
        return "archive " + path;
    }

    @Override
    public List<String> files(String directory) throws ContractException {
        String prefix = directory.isEmpty() || directory.equals(".") ? "" : directory + "/";
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Item> item : items.tailMap(prefix, true).entrySet()) {
            String name = item.getKey();
            if (!name.startsWith(prefix)) {
                break;
            }
            if (!item.getValue().link()) {
                found.add(name);
            } else if (name.endsWith(".proto")) {
                throw link(name);
            }
        }
        return found;
    }

    @Override
    public Optional<byte[]> read(String name) throws ContractException {
        Item item = items.get(name);
        if (item == null) {
            return Optional.empty();
        }
        if (item.link()) {
            throw link(name);
        }
        if (item.size() > fileLimit) {
            throw FileLimit.exceeded(path + ": " + name, item.size());
        }
        try {
            synchronized (this) {
                return Optional.of(item.content().read());
            }
        } catch (IOException e) {
            throw damaged(path, e);
        }
    }

    private ContractException link(String name) {
        return ContractException.of(
                Failure.CONTRACT,
                "%s of %s is a link, which is never followed.".formatted(PathRules.quoted(name), description()),
                "Put the file itself there.");
    }

    /** What to say of an archive that cannot be read. */
    static ContractException damaged(String path, IOException cause) {
        return ContractException.at(
                Failure.NO_ANSWER,
                Place.of(path),
                "The archive cannot be read: %s.".formatted(FileReason.of(cause)),
                REMEDY);
    }

    /** A file or link that is kept. */
    private record Item(boolean link, long size, ArchiveEntry.Content content) {}
}
