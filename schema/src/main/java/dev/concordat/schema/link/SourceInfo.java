package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the elements of one file stand, by the paths of descriptor.proto's {@code SourceCodeInfo}. */
final class SourceInfo {
    private final SourceText text;
    private final Map<List<Integer>, SourceCodeInfo.Location> byPath = new HashMap<>();
    private final List<SourceCodeInfo.Location> inOrder;

    SourceInfo(FileDescriptorProto file, SourceText text) {
        this.text = text;
        this.inOrder = file.getSourceCodeInfo().getLocationList();
        inOrder.forEach(at -> byPath.putIfAbsent(at.getPathList(), at));
    }

    /** The first position of the file. */
    Location file() {
        return new Location(text, 0, 0);
    }

    /** Where the element of this path stands. */
    Optional<Location> find(List<Integer> path) {
        return Optional.ofNullable(byPath.get(path)).map(this::location);
    }

    /** Where an option is set: its own place, or the first place inside it. */
    Optional<Location> findOption(List<Integer> path) {
        Optional<Location> exact = find(path);
        return exact.isPresent()
                ? exact
                : inOrder.stream()
                        .filter(at -> at.getPathCount() > path.size()
                                && at.getPathList().subList(0, path.size()).equals(path))
                        .findFirst()
                        .map(this::location);
    }

    /** The leading comment of the element of this path. */
    String comment(List<Integer> path) {
        SourceCodeInfo.Location at = byPath.get(path);
        return at == null ? "" : at.getLeadingComments();
    }

    /** A path below another. */
    static List<Integer> path(List<Integer> parent, int... rest) {
        List<Integer> path = new ArrayList<>(parent);
        for (int step : rest) {
            path.add(step);
        }
        return path;
    }

    private Location location(SourceCodeInfo.Location at) {
        List<Integer> span = at.getSpanList();
        boolean oneLine = span.size() == 3;
        int start = text.offsetAt(span.get(0), span.get(1));
        int end = text.offsetAt(oneLine ? span.get(0) : span.get(2), span.get(oneLine ? 2 : 3));
        return new Location(text, start, end);
    }
}
