package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FieldOptions.JSType;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.UnknownFieldSet;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What options say, in whichever order they are kept. */
final class OptionsTest {
    private static final FieldOptions STANDARD =
            FieldOptions.newBuilder().setJstype(JSType.JS_STRING).build();

    @Test
    void standardOptionsAreSetBesideCustomOnes() {
        assertEquals(
                "JS_STRING",
                options(custom(1000).concat(STANDARD.toByteString()))
                        .text("jstype")
                        .value());
        assertEquals(
                "JS_STRING",
                options(STANDARD.toByteString().concat(custom(50_000)))
                        .text("jstype")
                        .value());
    }

    @Test
    void customOptionsAloneSetNoStandardOne() {
        Options options = options(custom(1000).concat(custom(50_000)));

        assertEquals("JS_NORMAL", options.text("jstype").value());
        assertEquals(Optional.empty(), options.value("jstype"));
        assertFalse(options.isTrue("deprecated"));
        assertEquals(2, options.message().getUnknownFields().asMap().size());
    }

    private static ByteString custom(int number) {
        UnknownFieldSet.Field text = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8("custom"))
                .build();
        return UnknownFieldSet.newBuilder().addField(number, text).build().toByteString();
    }

    private static Options options(ByteString encoded) {
        SourceText text = new SourceText("a.proto", "int64 a = 1;".getBytes(StandardCharsets.UTF_8));
        return new Options(
                FieldOptions.getDefaultInstance(),
                encoded,
                ExtensionRegistry::getEmptyRegistry,
                new Location(text, 0, 12),
                path -> Optional.empty());
    }
}
