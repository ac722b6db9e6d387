package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;

import dev.concordat.check.reuse.Use;
import java.util.List;

/** Rules about numbers and names that were released and given up. Two versions cannot tell: {@link ReuseChecker} finds their violations. */
final class ReuseRules {
    private static final Check FROM_RELEASES = (comparison, reporter) -> {};

    static final List<BreakingRule> ALL = List.of(
            breaking(
                    "FIELD_NUMBER_NO_REUSE",
                    "Field numbers that were released stand for no other field or extension.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FIELD_NAME_NO_REUSE",
                    "Names of fields and extensions that were released stand for no other one.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "ENUM_VALUE_NUMBER_NO_REUSE",
                    "Numbers of enum values that were released stand for no other value.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "ENUM_VALUE_NAME_NO_REUSE",
                    "Names of enum values that were released stand for no other value.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "TYPE_NAME_NO_REUSE",
                    "Names of messages, enums and services that were released stand for no other kind of type.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "RPC_NAME_NO_REUSE",
                    "Names of rpcs that were released stand for no rpc of other types.",
                    FROM_RELEASES,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR));

    private ReuseRules() {}

    /** The id of the rule about such numbers or names. */
    static String ruleId(Use.Kind kind) {
        return switch (kind) {
            case FIELD_NUMBER -> "FIELD_NUMBER_NO_REUSE";
            case FIELD_NAME, EXTENSION_NAME -> "FIELD_NAME_NO_REUSE";
            case ENUM_VALUE_NUMBER -> "ENUM_VALUE_NUMBER_NO_REUSE";
            case ENUM_VALUE_NAME -> "ENUM_VALUE_NAME_NO_REUSE";
            case TYPE_NAME -> "TYPE_NAME_NO_REUSE";
            case RPC_NAME -> "RPC_NAME_NO_REUSE";
        };
    }
}
