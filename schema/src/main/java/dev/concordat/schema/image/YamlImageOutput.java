package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.ContractException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** An image as ProtoJSON in YAML. JSON is YAML too: what is written is the JSON of each file, laid out line by line. */
final class YamlImageOutput extends ImageOutput {
    private static final LoadSettings JSON =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    /** What JSON may have in a string as it is, and YAML may not. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x7F-\\x9F\\uFEFF\\uFFFE\\uFFFF]");

    /** Names that no version of YAML takes for anything else, as {@code yes} was. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|null|yes|no|on|off|nan|infinity)$)[A-Za-z_][A-Za-z0-9_]+");

    private final Writer out;
    private final Emitter emitter;
    private final DescriptorPool pool = new DescriptorPool();
    private boolean begun;

    YamlImageOutput(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.emitter =
                new Emitter(DumpSettings.builder().setWidth(Integer.MAX_VALUE).build(), new Text(this.out));
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        emitter.emit(mapping());
    }

    @Override
    public void add(FileDescriptorProto file) throws IOException, ContractException {
        pool.add(file);
        StringWriter json = new StringWriter();
        new JsonWriter(json, pool).write(pool.withCustomOptions(file));
        String printable = UNPRINTABLE
                .matcher(json.toString())
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
        try {
            if (!begun) {
                begun = true;
                emitter.emit(plain("file"));
                emitter.emit(sequence());
            }
            for (Event event : new Parse(JSON).parseString(printable)) {
                switch (event.getEventId()) {
                    case MappingStart -> emitter.emit(mapping());
                    case SequenceStart -> emitter.emit(sequence());
                    case Scalar -> emitter.emit(scalar((ScalarEvent) event));
                    case MappingEnd, SequenceEnd -> emitter.emit(event);
                    default -> {
                        // Where the JSON begins and ends.
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Most names need no quotes. */
    private static ScalarEvent scalar(ScalarEvent json) {
        return PLAIN.matcher(json.getValue()).matches() ? plain(json.getValue()) : json;
    }

    private static ScalarEvent plain(String text) {
        return new ScalarEvent(
                Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, ScalarStyle.PLAIN);
    }

    private static MappingStartEvent mapping() {
        return new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK);
    }

    private static SequenceStartEvent sequence() {
        return new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK);
    }

    @Override
    public void leaveOut(FileDescriptorProto file) throws ContractException {
        pool.add(file);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (begun) {
                emitter.emit(new SequenceEndEvent());
            }
            emitter.emit(new MappingEndEvent());
            emitter.emit(new DocumentEndEvent(false));
            emitter.emit(new StreamEndEvent());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is emitted, on its way out. */
    private record Text(Writer out) implements StreamDataWriter {
        @Override
        public void write(String text) {
            write(text, 0, text.length());
        }

        @Override
        public void write(String text, int start, int length) {
            try {
                out.write(text, start, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
