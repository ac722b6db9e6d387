package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedOptions.Interpreted;
import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.Comments;
import dev.concordat.schema.parse.OptionNode;
import java.util.List;

/** Records where the options of one declaration stand, in the order they are written in. */
final class OptionSpans {
    private final SpanRecorder spans;
    /** The field of the declaration's descriptor that holds its options. */
    private final int field;

    private final List<Interpreted> interpreted;
    private int next;

    OptionSpans(SpanRecorder spans, int field, LinkedOptions options) {
        this.spans = spans;
        this.field = field;
        this.interpreted = options.interpreted;
    }

    /** Records the next statement. */
    void statement(OptionNode option) {
        spans.enter(field);
        spans.here(option.start(), option.end());
        record(option);
        spans.leave(1);
    }

    /** Records the options in brackets. */
    void brackets(BracketOptions options) {
        spans.enter(field);
        spans.here(options.start(), options.end());
        for (OptionNode option : options.options()) {
            record(option);
        }
        spans.leave(1);
    }

    /** Records the options in brackets of a field, among which protoc finds two that are none: they are set in its descriptor. */
    void fieldBrackets(BracketOptions options, int defaultField, int jsonNameField) {
        spans.enter(field);
        spans.here(options.start(), options.end());
        for (OptionNode option : options.options()) {
            if (option.isNamed("default")) {
                spans.leave(1);
                spans.at(defaultField, option.value());
                spans.enter(field);
            } else if (option.isNamed("json_name")) {
                spans.leave(1);
                spans.at(jsonNameField, option);
                spans.at(jsonNameField, option.value());
                spans.enter(field);
            } else {
                record(option);
            }
        }
        spans.leave(1);
    }

    private void record(OptionNode option) {
        if (next < interpreted.size() && interpreted.get(next).node().start() == option.start()) {
            int[] path = interpreted.get(next++).path();
            Comments comments = option.comments();
            spans.below(path, option.start(), option.end(), comments);
        }
    }
}
