package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.Declaration;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the options and declarations for the numbers of extensions; read once for each message. */
final class DeclaredExtensions {
    private final Map<LinkedMessage, NavigableMap<Integer, Range>> ranges = new HashMap<>();
    private final IdentityHashMap<ExtensionRangeOptions, Map<Integer, Declaration>> declarations =
            new IdentityHashMap<>();

    private record Range(int last, ExtensionRangeOptions options) {}

    /** The options of the range that holds a number, null when it has none. */
    @Nullable
    ExtensionRangeOptions options(LinkedMessage extendee, int number) {
        Map.Entry<Integer, Range> found =
                ranges.computeIfAbsent(extendee, DeclaredExtensions::read).floorEntry(number);
        return found == null || found.getValue().last() < number
                ? null
                : found.getValue().options();
    }

    /** The declaration for a number. */
    @Nullable
    Declaration declaration(ExtensionRangeOptions options, int number) {
        return declarations
                .computeIfAbsent(options, DeclaredExtensions::byNumber)
                .get(number);
    }

    private static NavigableMap<Integer, Range> read(LinkedMessage message) {
        NavigableMap<Integer, Range> found = new TreeMap<>();
        LinkedRange last = null;
        ExtensionRangeOptions options = null;
        for (LinkedRange range : message.extensionRanges) {
            if (last == null || last.options() != range.options()) {
                options = ExtensionDeclarationChecks.options(range);
            }
            last = range;
            if (options != null) {
                found.put(range.first(), new Range(range.last(), options));
            }
        }
        return found;
    }

    private static Map<Integer, Declaration> byNumber(ExtensionRangeOptions options) {
        Map<Integer, Declaration> found = new HashMap<>();
        for (Declaration declaration : options.getDeclarationList()) {
            found.putIfAbsent(declaration.getNumber(), declaration);
        }
        return found;
    }
}
