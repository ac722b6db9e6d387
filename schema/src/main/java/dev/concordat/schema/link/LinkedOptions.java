package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.parse.OptionNode;
import java.util.ArrayList;
import java.util.List;

/** The options of one declaration: as written, then interpreted. */
final class LinkedOptions {
    /** As written, in source order, without {@code default} and {@code json_name}. */
    List<OptionNode> written = List.of();
    /** The interpreted ones, in the order of {@link #written}; one that was refused is missing. */
    List<Interpreted> interpreted = List.of();
    /** The options message in the binary format: the interpreted options one after the other. */
    ByteString encoded = ByteString.EMPTY;

    /** Adds an option as written. Most declarations have none and need no lists. */
    void write(OptionNode option) {
        if (written.isEmpty()) {
            written = new ArrayList<>(2);
            interpreted = new ArrayList<>(2);
        }
        written.add(option);
    }

    /** An interpreted option. */
    static final class Interpreted {
        private final OptionNode node;
        private final int[] path;

        Interpreted(OptionNode node, int[] path) {
            this.node = node;
            this.path = path;
        }

        /** The option as it is written. */
        OptionNode node() {
            return node;
        }

        /**
         * The field numbers from the options message to what is set, an index behind the number of a repeated field: what {@code SourceCodeInfo}
         * records behind the path of the options.
         */
        int[] path() {
            return path;
        }
    }
}
