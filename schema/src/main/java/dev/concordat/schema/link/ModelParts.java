package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.OptionPath;
import dev.concordat.schema.Options;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.Comments;
import dev.concordat.schema.parse.Node;
import dev.concordat.schema.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what every element of a file's model consists of: places, comments, options, reserved names and numbers. */
final class ModelParts {
    /** The comment of an element that has none. */
    static final Supplier<String> NO_COMMENT = () -> "";

    private final SourceText text;
    private final CustomOptions customOptions;

    ModelParts(SourceText text, CustomOptions customOptions) {
        this.text = text;
        this.customOptions = customOptions;
    }

    /** Where a node stands. */
    Location at(Node node) {
        return new Location(text, node.start(), node.end());
    }

    /** A name and where it stands. */
    Located<String> located(Word name) {
        return new Located<>(name.text(), at(name));
    }

    /** The leading one of these comments. */
    static Supplier<String> comment(Comments comments) {
        return comments == Comments.none() ? NO_COMMENT : comments::leading;
    }

    /** The options of an element; only where options are written, there is anything to read. */
    Options options(Message prototype, LinkedOptions options, Location element) {
        return new Options(
                prototype,
                options.encoded,
                customOptions,
                element,
                options.interpreted.isEmpty() ? ModelParts::nowhere : new OptionPlaces(text, options));
    }

    /** Options that nobody wrote. */
    Options options(Message prototype, ByteString encoded, Location element) {
        return new Options(prototype, encoded, customOptions, element, ModelParts::nowhere);
    }

    private static Optional<Location> nowhere(OptionPath path) {
        return Optional.empty();
    }

    List<NumberRange> ranges(List<LinkedRange> linked) {
        if (linked.isEmpty()) {
            return List.of();
        }
        List<NumberRange> ranges = new ArrayList<>(linked.size());
        for (LinkedRange range : linked) {
            ranges.add(new NumberRange(range.first(), range.last(), at(range.node())));
        }
        return ranges;
    }

    List<Located<String>> names(List<Word> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Located<String>> names = new ArrayList<>(written.size());
        for (Word name : written) {
            names.add(located(name));
        }
        return names;
    }
}
