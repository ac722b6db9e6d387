package dev.concordat.schema.link;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that a file may use names of. What is imported publicly is kept as bits, so that long chains of public imports do not cost the square of
 * their length.
 */
final class VisibleFiles extends AbstractSet<LinkedFile> {
    private final Set<LinkedFile> direct = new LinkedHashSet<>();
    private final BitSet indirect = new BitSet();
    private final PublicFiles published;
    /** The files to find all names of; absent when that is this set itself. */
    private final @Nullable VisibleFiles whole;

    private VisibleFiles(PublicFiles published, @Nullable VisibleFiles whole) {
        this.published = published;
        this.whole = whole;
    }

    /** The files whose every name is found. */
    static VisibleFiles of(LinkedFile file, List<LinkedFile> imported, PublicFiles published) {
        VisibleFiles files = new VisibleFiles(published, null);
        files.direct.add(file);
        files.addAll(imported, published);
        return files;
    }

    /** These files and those that are imported for their options, of which only extensions are found. */
    VisibleFiles with(List<LinkedFile> imported) {
        if (imported.isEmpty()) {
            return this;
        }
        VisibleFiles files = new VisibleFiles(published, this);
        files.direct.addAll(direct);
        files.indirect.or(indirect);
        files.addAll(imported, published);
        return files;
    }

    private void addAll(List<LinkedFile> imported, PublicFiles files) {
        direct.addAll(imported);
        for (LinkedFile target : imported) {
            BitSet reached = files.reachedFrom.get(target);
            if (reached != null) {
                indirect.or(reached);
            }
        }
    }

    /** Whether every name of this file is found, not only its extensions. */
    boolean isWhole(LinkedFile file) {
        return whole == null || whole.contains(file);
    }

    @Override
    public boolean contains(@Nullable Object file) {
        if (direct.contains(file)) {
            return true;
        }
        if (indirect.isEmpty() || !(file instanceof LinkedFile)) {
            return false;
        }
        Integer index = published.indexes.get(file);
        return index != null && indirect.get(index);
    }

    @Override
    public Iterator<LinkedFile> iterator() {
        if (indirect.isEmpty()) {
            return direct.iterator();
        }
        List<LinkedFile> all = new ArrayList<>(direct);
        for (int index = indirect.nextSetBit(0); index >= 0; index = indirect.nextSetBit(index + 1)) {
            if (!direct.contains(published.files.get(index))) {
                all.add(published.files.get(index));
            }
        }
        return all.iterator();
    }

    @Override
    public int size() {
        int size = direct.size();
        for (int index = indirect.nextSetBit(0); index >= 0; index = indirect.nextSetBit(index + 1)) {
            size += direct.contains(published.files.get(index)) ? 0 : 1;
        }
        return size;
    }

    /**
     * The files that others import publicly.
     *
     * @param files the files, in the order of their bits
     * @param indexes the bit of each
     * @param reachedFrom what each file imports publicly, directly or not
     */
    record PublicFiles(List<LinkedFile> files, Map<LinkedFile, Integer> indexes, Map<LinkedFile, BitSet> reachedFrom) {}
}
