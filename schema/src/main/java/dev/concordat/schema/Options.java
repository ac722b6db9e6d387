package dev.concordat.schema;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;
import java.util.function.Function;

/** The options of one element, the custom ones interpreted. */
public final class Options {
    private final Message message;
    private final Location element;
    private final Function<FieldDescriptor, Optional<Location>> locations;

    /**
     * Options as descriptor.proto holds them.
     *
     * @param message an options message, such as {@code google.protobuf.FileOptions}
     * @param element where the element stands, for options that are not set
     * @param locations where each option is set
     */
    public Options(Message message, Location element, Function<FieldDescriptor, Optional<Location>> locations) {
        this.message = message;
        this.element = element;
        this.locations = locations;
    }

    /** The options message; custom options are among its fields. */
    public Message message() {
        return message;
    }

    /** The value of a standard option, when it is set. */
    public Optional<Located<Object>> value(String name) {
        FieldDescriptor option = option(name);
        return message.hasField(option)
                ? Optional.of(new Located<>(message.getField(option), locationOf(option)))
                : Optional.empty();
    }

    /** A singular standard option as its source would say it; its default when it is not set. */
    public Located<String> text(String name) {
        FieldDescriptor option = option(name);
        Object value = message.getField(option);
        String text = value instanceof EnumValueDescriptor enumValue ? enumValue.getName() : value.toString();
        return new Located<>(text, locationOf(option));
    }

    /** Whether a singular boolean option is true. */
    public boolean isTrue(String name) {
        return text(name).value().equals("true");
    }

    /** Where an option is set, falling back to the element. */
    public Location locationOf(FieldDescriptor option) {
        return locations.apply(option).orElse(element);
    }

    private FieldDescriptor option(String name) {
        FieldDescriptor option = message.getDescriptorForType().findFieldByName(name);
        if (option == null) {
            throw new IllegalStateException("No option " + name + " in "
                    + message.getDescriptorForType().getFullName() + ".");
        }
        return option;
    }
}
