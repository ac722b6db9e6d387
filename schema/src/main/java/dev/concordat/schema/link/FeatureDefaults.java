package dev.concordat.schema.link;

/**
 * What features are where nothing is written: descriptor.proto's {@code edition_defaults}. protoc takes them from the descriptor.proto that it was
 * built with, whatever file of that name it is given.
 */
final class FeatureDefaults {
    private static final Features PROTO2 = Features.of(
            Features.EXPLICIT,
            Features.CLOSED,
            Features.EXPANDED,
            Features.NONE,
            Features.LENGTH_PREFIXED,
            Features.LEGACY_BEST_EFFORT,
            Features.STYLE_LEGACY,
            Features.EXPORT_ALL,
            1);
    private static final Features PROTO3 = Features.of(
            Features.IMPLICIT,
            Features.OPEN,
            Features.PACKED,
            Features.VERIFY,
            Features.LENGTH_PREFIXED,
            Features.ALLOW,
            Features.STYLE_LEGACY,
            Features.EXPORT_ALL,
            1);
    private static final Features EDITION_2023 = PROTO3.with(Features.FIELD_PRESENCE, Features.EXPLICIT);
    private static final Features EDITION_2024 = EDITION_2023
            .with(Features.ENFORCE_NAMING_STYLE, Features.STYLE2024)
            .with(Features.DEFAULT_SYMBOL_VISIBILITY, Features.EXPORT_TOP_LEVEL);

    private FeatureDefaults() {}

    /** The features of a file of this edition that sets none. */
    static Features of(Edition edition) {
        return switch (edition) {
            case PROTO2 -> PROTO2;
            case PROTO3 -> PROTO3;
            case EDITION_2023 -> EDITION_2023;
            case EDITION_2024 -> EDITION_2024;
        };
    }
}
