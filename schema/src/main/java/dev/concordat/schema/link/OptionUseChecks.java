package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FieldOptions.FeatureSupport;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Checks that options are set where, and in the editions that, they are meant for (descriptor.proto: {@code targets}, {@code feature_support}). */
final class OptionUseChecks {
    /** A removal that descriptor.proto tells only since protobuf 34; protoc knows of it whatever descriptor.proto it is given. */
    private static final String REMOVED_IN_2024 = "java_multiple_files";

    private final LinkedFile file;
    private final LinkProblems problems;
    private final Map<LinkedField, OptionLimits> limits = new HashMap<>();

    OptionUseChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Checks what the options of the file set. */
    void check(Iterable<OptionUse> uses) {
        for (OptionUse use : uses) {
            OptionLimits allowed = limits.computeIfAbsent(use.field(), OptionLimits::of);
            if (!allowed.allow(use.holder().target())) {
                refuseTarget(use, allowed);
            }
            if (file.edition.isEdition() || !isFeature(use.field())) {
                edition(use, "Option \"" + use.field().name + "\"", allowed.support());
            }
            LinkedEnumValue value = use.value();
            if (value != null) {
                edition(
                        use,
                        "Value \"" + value.name + "\"",
                        OptionLimits.of(value).support());
            }
        }
        var removed = WrittenOptions.find(file.options, REMOVED_IN_2024);
        if (removed != null && file.edition.number() >= Edition.EDITION_2024.number()) {
            problems.add(
                    file,
                    removed.nameStart(),
                    "Option \"%s\" was removed in edition 2024, where it is always on.".formatted(REMOVED_IN_2024),
                    "Remove it; features.(pb.java).nest_in_file_class = YES turns it off for one declaration.");
        }
    }

    /** Outside editions, features are refused as such. */
    private static boolean isFeature(LinkedField field) {
        LinkedMessage container = OptionFields.container(field);
        return container != null && container.fullName().equals("google.protobuf.FeatureSet");
    }

    private void refuseTarget(OptionUse use, OptionLimits allowed) {
        StringJoiner places = new StringJoiner(", ");
        for (OptionTarget target : OptionTarget.values()) {
            if (allowed.allow(target)) {
                places.add(target.plural());
            }
        }
        problems.add(
                file,
                use.at(),
                "Option \"%s\" is set on %s; it is for %s."
                        .formatted(
                                use.field().name,
                                use.holder().target().words(),
                                places.length() == 0 ? "nothing" : places),
                "Set it there, or remove it.");
    }

    private void edition(OptionUse use, String what, FeatureSupport support) {
        int edition = file.edition.number();
        if (edition < support.getEditionIntroduced().getNumber()) {
            problems.add(
                    file,
                    use.at(),
                    "%s came with edition %s, and this file is written in %s."
                            .formatted(what, name(support.getEditionIntroduced().getNumber()), name(edition)),
                    "Remove it, or move the file to that edition.");
        }
        if (support.hasEditionRemoved()
                && edition >= support.getEditionRemoved().getNumber()) {
            problems.add(
                    file,
                    use.at(),
                    "%s was removed in edition %s."
                            .formatted(what, name(support.getEditionRemoved().getNumber())),
                    "Remove it.");
        }
    }

    private static String name(int edition) {
        return switch (edition) {
            case 998 -> "proto2";
            case 999 -> "proto3";
            default -> edition >= 1000 && edition < 1100 ? Integer.toString(edition + 1023) : "" + edition;
        };
    }
}
