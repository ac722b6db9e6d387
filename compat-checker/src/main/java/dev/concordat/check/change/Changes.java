package dev.concordat.check.change;

import dev.concordat.check.change.Change.Kind;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What one module's contracts declare in one version and did not in the other, or deprecate now, and what breaks though no rule looks at it. What is gone,
 * rules tell. Of something that is new as a whole, what is inside is not listed.
 *
 * @param changes the additions, the deprecations, then what breaks, each in source order
 * @param retired the numbers that were given up
 */
public record Changes(List<Change> changes, List<RetiredNumber> retired) {

    /** Copies the lists. */
    public Changes {
        changes = List.copyOf(changes);
        retired = List.copyOf(retired);
    }

    /** Compares what two versions of a module declare. */
    public static Changes between(Schema previous, Schema current, String module) {
        Schema before = previous.ofModule(module);
        Schema after = current.ofModule(module);
        List<Change> changes = new ArrayList<>();
        PublicImports passedOn = new PublicImports(previous, current, before, after);
        new Additions(before, after, to(changes, Kind.ADDED, "added")).find();
        passedOn.findMore((what, location) -> changes.add(new Change(Kind.ADDED, what, location)));
        new Deprecations(before, after, to(changes, Kind.DEPRECATED, "deprecated")).find();
        Listener broken = (what, location) -> changes.add(new Change(Kind.BROKEN_FOR_CONTRACTS, what, location));
        new LocalTypes(before, after, broken).find();
        passedOn.findLess(broken);
        changes.addAll(broken(previous, current, before, after));
        new EnumDefaults(before, after, broken).find();
        new OptionUses(before, after, broken).find();
        new ExtensionDeclarations(before, after, broken).find();
        return new Changes(changes, retired(before, after));
    }

    /**
     * What breaks in some files for programs that use it, though no rule looks at it.
     *
     * @param previous the earlier contracts with all that they import
     * @param current the current ones with all that they import
     * @param before the files before
     * @param after the same files now
     */
    public static List<Change> broken(Schema previous, Schema current, Schema before, Schema after) {
        List<Change> changes = new ArrayList<>();
        Listener broken = (what, location) -> changes.add(new Change(Kind.BROKEN, what, location));
        new JavaRenames(previous, current, before, after, broken).find();
        new JavaEnumNumbers(previous, current, before, after, broken).find();
        new LargeEnums(before, after, broken).find();
        new EnumAliases(before, after, broken).find();
        return changes;
    }

    private static Listener to(List<Change> changes, Kind kind, String happened) {
        return (what, location) -> changes.add(new Change(kind, what + " " + happened, location));
    }

    /** What breaks for programs that use it, though no rule looks at it. */
    public List<Change> broken() {
        return changes.stream().filter(change -> change.kind() == Kind.BROKEN).toList();
    }

    /** The fields of map entries are protobuf's own; they come and go with their map. */
    private static List<RetiredNumber> retired(Schema before, Schema after) {
        List<RetiredNumber> retired = new ArrayList<>();
        for (Message message : before.messages()) {
            Message left = after.message(message.fullName()).orElse(null);
            for (Field field : message.fields()) {
                if (!message.mapEntry()
                        && (left == null || left.field(field.number()).isEmpty())) {
                    retired.add(new RetiredNumber(
                            message.fullName(), field.number(), field.name().value()));
                }
            }
        }
        for (EnumType enumType : before.enums()) {
            EnumType left = after.enumType(enumType.fullName()).orElse(null);
            for (EnumValue value : enumType.values()) {
                if (left == null || left.values(value.number()).isEmpty()) {
                    retired.add(new RetiredNumber(
                            enumType.fullName(), value.number(), value.name().value()));
                }
            }
        }
        return retired;
    }

    /** Receives what was found. */
    @FunctionalInterface
    interface Listener {
        void found(String what, Location location);
    }
}
