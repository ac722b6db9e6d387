package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.schema.Location;
import dev.concordat.schema.OptionPath;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return Optional.ofNullable(byPath.get(path)).flatMap(this::location);
    }

    /**
     * Where an option is set, or a field inside one: its own place, or the first place inside it; else, as images of protoc say nothing of what is
     * inside an aggregate, and for what is not set, the innermost place around it.
     *
     * @param options the path of the options
     */
    Optional<Location> findOption(List<Integer> options, OptionPath option) {
        List<Integer> path = new ArrayList<>(options);
        option.fields().forEach(field -> path.add(field.getNumber()));
        Optional<Location> own = option.complete() ? findIn(path) : Optional.empty();
        return own.or(() -> findAround(path, options.size()));
    }

    private Optional<Location> findAround(List<Integer> path, int outermost) {
        return IntStream.iterate(path.size(), size -> size > outermost, size -> size - 1)
                .mapToObj(size -> find(path.subList(0, size)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Location> findIn(List<Integer> path) {
        return find(path)
                .or(() -> inOrder.stream()
                        .filter(at -> at.getPathCount() > path.size()
                                && at.getPathList().subList(0, path.size()).equals(path))
                        .findFirst()
                        .flatMap(this::location));
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

    /** The places that an image tells of a file, and the first one, where every file begins. */
    static long[] places(FileDescriptorProto file) {
        List<SourceCodeInfo.Location> locations = file.getSourceCodeInfo().getLocationList();
        long[] places = new long[locations.size() * 2 + 1];
        int count = 1;
        for (SourceCodeInfo.Location at : locations) {
            if (isSpan(at.getSpanList())) {
                places[count++] = SourceText.place(at.getSpan(0), at.getSpan(1));
                places[count++] = SourceText.place(endLine(at.getSpanList()), endColumn(at.getSpanList()));
            }
        }
        return Arrays.copyOf(places, count);
    }

    private Optional<Location> location(SourceCodeInfo.Location at) {
        List<Integer> span = at.getSpanList();
        if (!isSpan(span)) {
            return Optional.empty();
        }
        int start = text.offsetAt(span.get(0), span.get(1));
        return Optional.of(new Location(text, start, text.offsetAt(endLine(span), endColumn(span))));
    }

    /** Whether it is start line, start column, perhaps end line, end column, and ends no earlier than it starts. */
    private static boolean isSpan(List<Integer> span) {
        return (span.size() == 3 || span.size() == 4)
                && span.stream().allMatch(number -> number >= 0)
                && SourceText.place(span.get(0), span.get(1)) <= SourceText.place(endLine(span), endColumn(span));
    }

    private static int endLine(List<Integer> span) {
        return span.get(span.size() == 3 ? 0 : 2);
    }

    private static int endColumn(List<Integer> span) {
        return span.get(span.size() - 1);
    }
}
