package dev.concordat.waiver;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Any bytes are read as waivers.yaml or refused. What was read can be edited: with a record more, or one less, the text says just that, or is one that
 * would not be written.
 */
public final class WaiversFuzz {
    private static final Waiver ADDED = new Waiver(
            "8".repeat(32),
            "shop",
            "shop/v1/order.proto",
            "FIELD_NO_DELETE",
            "Field 2 \"b\" was deleted.",
            "Nobody reads it: \\ \" '",
            "shop team",
            LocalDate.of(2027, 1, 31),
            true,
            Place.of(WaiversYaml.FILE));

    private WaiversFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            List<Waiver> waivers = WaiversYaml.parse(WaiversYaml.FILE, input);
            String text = new String(input, StandardCharsets.UTF_8);
            for (int index = 0; index <= waivers.size(); index++) {
                read(new WaiversText(text).with(waivers, index, ADDED));
            }
            for (Waiver waiver : waivers) {
                read(new WaiversText(text).without(waiver));
            }
        } catch (ContractException refused) {
            for (Problem problem : refused.problems()) {
                if (problem.message().isEmpty() || problem.place().isEmpty()) {
                    throw new IllegalStateException(refused);
                }
            }
        }
    }

    private static void read(String edited) {
        try {
            WaiversYaml.parse(WaiversYaml.FILE, edited.getBytes(StandardCharsets.UTF_8));
        } catch (ContractException refused) {
            // Then nothing is written.
        }
    }
}
