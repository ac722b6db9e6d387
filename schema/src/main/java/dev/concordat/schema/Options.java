package dev.concordat.schema;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of one element. They are kept in the binary format and read when they are asked for. */
public final class Options {
    /** The parts of an option's name: names, and names of extensions in parentheses. */
    private static final Pattern PARTS = Pattern.compile("\\([^)]*\\)|[^.()]+");

    /** The first number that custom options may have, in all options messages of descriptor.proto. */
    private static final int FIRST_CUSTOM = 1000;

    private final Message prototype;
    private final ByteString encoded;
    private final Supplier<ExtensionRegistry> customOptions;
    private final Location element;
    private final Function<OptionPath, Optional<Location>> places;
    private volatile @Nullable Message standard;
    private volatile @Nullable Message complete;

    /**
     * Options in the binary format.
     *
     * @param prototype an empty options message, such as {@code google.protobuf.FileOptions}
     * @param encoded the options
     * @param customOptions the custom options there are; asked for them only when somebody wants to see them as fields
     * @param element where the element stands, for options that are not set
     * @param places where an option is set, or a field inside one, or what is written as a whole and could set it
     */
    public Options(
            Message prototype,
            ByteString encoded,
            Supplier<ExtensionRegistry> customOptions,
            Location element,
            Function<OptionPath, Optional<Location>> places) {
        this.prototype = prototype;
        this.encoded = encoded;
        this.customOptions = customOptions;
        this.element = element;
        this.places = places;
        if (encoded.isEmpty()) {
            standard = prototype;
            complete = prototype;
        }
    }

    /**
     * Options as an image holds them.
     *
     * @param message an options message, the custom ones interpreted
     */
    public Options(Message message, Location element, Function<OptionPath, Optional<Location>> places) {
        this(message, ByteString.EMPTY, ExtensionRegistry::getEmptyRegistry, element, places);
    }

    /** The same with other values of standard options, which are written nowhere. */
    Options with(Message set) {
        Set<String> names = set.getAllFields().keySet().stream()
                .map(FieldDescriptor::getName)
                .collect(Collectors.toSet());
        return new Options(
                prototype,
                encoded.concat(set.toByteString()),
                customOptions,
                element,
                path -> path.fields().stream()
                                .limit(1)
                                .anyMatch(option -> !option.isExtension() && names.contains(option.getName()))
                        ? Optional.empty()
                        : places.apply(path));
    }

    /** The options message; custom options are among its fields. */
    public Message message() {
        Message read = complete;
        if (read == null) {
            read = read(customOptions.get());
            complete = read;
        }
        return read;
    }

    /** The value of a standard option, when it is set. */
    public Optional<Located<Object>> value(String name) {
        FieldDescriptor option = option(name);
        return isAnySet() && standard().hasField(option)
                ? Optional.of(new Located<>(standard().getField(option), locationOf(option)))
                : Optional.empty();
    }

    /** The values of a repeated standard option, none when it is not set. */
    public List<Object> values(String name) {
        return isAnySet() ? List.copyOf((List<?>) standard().getField(option(name))) : List.of();
    }

    /** A singular standard option as its source would say it; its default when it is not set. */
    public Located<String> text(String name) {
        FieldDescriptor option = option(name);
        Object value = isAnySet() ? standard().getField(option) : option.getDefaultValue();
        String text = value instanceof EnumValueDescriptor enumValue ? enumValue.getName() : value.toString();
        return new Located<>(text, locationOf(option));
    }

    /** Whether a singular boolean option is set to true. */
    public boolean isTrue(String name) {
        return isAnySet() && text(name).value().equals("true");
    }

    /**
     * Where an option is set, or a field inside one, falling back to the element.
     *
     * @param path the fields that lead to it, such as {@code features} and then its {@code enum_type}
     */
    public Location locationOf(FieldDescriptor... path) {
        return places.apply(new OptionPath(List.of(path), true)).orElse(element);
    }

    /**
     * Where an option is set, or a field inside one, falling back to the aggregate that could set it, then to the element.
     *
     * @param name the option as its source names it, such as {@code jstype} or {@code features.(pb.cpp).string_type}
     */
    public Location locationOf(String name) {
        List<FieldDescriptor> path = new ArrayList<>();
        Message inside = name.indexOf('(') < 0 ? standard() : message();
        for (String part : PARTS.matcher(name).results().map(MatchResult::group).toList()) {
            FieldDescriptor field = set(inside, part);
            if (field == null) {
                return places.apply(new OptionPath(path, false)).orElse(element);
            }
            path.add(field);
            inside = inside.getField(field) instanceof Message next ? next : inside;
        }
        return places.apply(new OptionPath(path, true)).orElse(element);
    }

    private static @Nullable FieldDescriptor set(Message message, String name) {
        for (FieldDescriptor field : message.getAllFields().keySet()) {
            if (name.equals(field.isExtension() ? "(" + field.getFullName() + ")" : field.getName())) {
                return field;
            }
        }
        return null;
    }

    /** Whether the two could say different things; options that mean the same and are written in another way may count as different. */
    public boolean mayDifferFrom(Options other) {
        return (encoded.isEmpty() && other.encoded.isEmpty())
                ? (prototype != other.prototype && !prototype.equals(other.prototype))
                : !encoded.equals(other.encoded);
    }

    /** Asked first, because a message's field is got by reflection, which is linked when it is first used. */
    private boolean isAnySet() {
        return standard() != prototype.getDefaultInstanceForType();
    }

    /** The options message without the custom options, which it takes no linked files to read. */
    private Message standard() {
        Message read = standard;
        if (read == null) {
            read = hasStandard() ? read(ExtensionRegistry.getEmptyRegistry()) : prototype.getDefaultInstanceForType();
            standard = read;
        }
        return read;
    }

    /** Most elements that have options have custom ones alone, which need not be read for this. */
    private boolean hasStandard() {
        CodedInputStream fields = encoded.newCodedInput();
        try {
            for (int tag = fields.readTag(); tag != 0; tag = fields.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) < FIRST_CUSTOM) {
                    return true;
                }
                fields.skipField(tag);
            }
            return false;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Generated messages are asked for fields by reflection, which every command would wait for. */
    private Message read(ExtensionRegistry registry) {
        try {
            return DynamicMessage.parseFrom(prototype.getDescriptorForType(), encoded, registry);
        } catch (InvalidProtocolBufferException e) {
            throw unreadable(e);
        }
    }

    private IllegalStateException unreadable(IOException cause) {
        return new IllegalStateException(
                "Options that " + prototype.getDescriptorForType().getFullName() + " cannot read: " + encoded, cause);
    }

    private FieldDescriptor option(String name) {
        FieldDescriptor option = prototype.getDescriptorForType().findFieldByName(name);
        if (option == null) {
            throw new IllegalStateException("No option " + name + " in "
                    + prototype.getDescriptorForType().getFullName() + ".");
        }
        return option;
    }
}
