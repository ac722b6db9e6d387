package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import dev.concordat.schema.parse.OptionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the options of descriptor.proto fit the fields and messages they are set on. */
final class FieldOptionChecks {
    private final LinkedFile file;
    private final LinkProblems problems;

    private FieldOptionChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, List<OptionHolder> holders, LinkProblems problems) {
        FieldOptionChecks checks = new FieldOptionChecks(file, problems);
        for (OptionHolder holder : holders) {
            if (holder.element() instanceof LinkedField field) {
                checks.field(field);
            } else if (holder.target() == OptionTarget.MESSAGE) {
                checks.mapEntry(holder);
            }
        }
    }

    private void mapEntry(OptionHolder holder) {
        OptionNode written = WrittenOptions.find(holder.options(), "map_entry");
        if (written != null) {
            report(
                    written,
                    "Option \"map_entry\" of %s is protobuf's own.".formatted(holder.label()),
                    "Declare the field as map<key, value>.");
        }
    }

    private void field(LinkedField field) {
        if (file.edition.number() >= Edition.EDITION_2024.number()) {
            report(
                    WrittenOptions.find(field.options, "ctype"),
                    "Option \"ctype\" of field \"%s\" is not part of edition 2024.".formatted(field.name),
                    "Set features.(pb.cpp).string_type instead.");
        }
        if (field.kind != Kind.MESSAGE) {
            lazy(field, "lazy");
            lazy(field, "unverified_lazy");
        } else if (field.isExtension() && WrittenOptions.isTrue(field.options, "unverified_lazy")) {
            report(
                    WrittenOptions.find(field.options, "unverified_lazy"),
                    "Extension \"%s\" is parsed lazily and unverified, which extensions cannot be."
                            .formatted(field.name),
                    "Remove the option \"unverified_lazy\".");
        }
        if (!OptionFields.isPackable(field) && WrittenOptions.isTrue(field.options, "packed")) {
            report(
                    WrittenOptions.find(field.options, "packed"),
                    "Field \"%s\" is packed, but is not repeated numbers, booleans or enums.".formatted(field.name),
                    "Remove the option.");
        }
        String jstype = WrittenOptions.word(field.options.written, "jstype");
        if (jstype != null && !jstype.equals("JS_NORMAL") && !isLong(field.kind)) {
            report(
                    WrittenOptions.find(field.options, "jstype"),
                    "Option \"jstype\" is set on field \"%s\", which is not an integer of 64 bits."
                            .formatted(field.name),
                    "Remove the option.");
        }
    }

    private void lazy(LinkedField field, String option) {
        if (WrittenOptions.isTrue(field.options, option)) {
            report(
                    WrittenOptions.find(field.options, option),
                    "Field \"%s\" is parsed lazily, which only messages can be.".formatted(field.name),
                    "Remove the option \"%s\".".formatted(option));
        }
    }

    private static boolean isLong(@Nullable Kind kind) {
        return kind == Kind.INT64
                || kind == Kind.UINT64
                || kind == Kind.SINT64
                || kind == Kind.FIXED64
                || kind == Kind.SFIXED64;
    }

    private void report(@Nullable OptionNode option, String message, String remedy) {
        if (option != null) {
            problems.add(file, option.nameStart(), message, remedy);
        }
    }
}
