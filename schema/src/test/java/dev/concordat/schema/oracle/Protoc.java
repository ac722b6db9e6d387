package dev.concordat.schema.oracle;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real protoc, one process a call. */
final class Protoc {
    private static final int FIRST_FIELD_OF_SET = 10;
    private static final int TIMED_OUT = 137;

    private final Path executable;
    private final Path builtIns;
    private final Path scratch;
    private final int seconds;

    /**
     * A protoc.
     *
     * @param builtIns the directory with the built-in contracts, see {@link BuiltInDirectory}
     * @param scratch a directory for what it writes, of one thread only
     * @param seconds how long it may run
     */
    Protoc(Path executable, Path builtIns, Path scratch, int seconds) {
        this.executable = executable;
        this.builtIns = builtIns;
        this.scratch = scratch;
        this.seconds = seconds;
    }

    /** Compiles these files, which lie below the roots; the files they import are not in the answer. */
    Verdict compile(List<Path> roots, List<String> files) throws IOException, InterruptedException {
        Path errors = scratch.resolve("stderr");
        Path image = scratch.resolve("image.binpb");
        Files.deleteIfExists(image);
        Process process = new ProcessBuilder(command(roots, files, image))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return Verdict.crashed("ran longer than " + seconds + " seconds");
        }
        int status = process.exitValue();
        if (status >= 128 || status == TIMED_OUT) {
            return Verdict.crashed("exit status " + status);
        }
        List<String> messages = messages(errors);
        return status == 0 ? Verdict.accepted(read(image)) : Verdict.refused(messages);
    }

    private List<String> command(List<Path> roots, List<String> files, Path image) throws IOException {
        List<String> arguments = new ArrayList<>();
        roots.forEach(root -> arguments.add("--proto_path=" + root));
        arguments.add("--proto_path=" + builtIns);
        arguments.add("--include_source_info");
        arguments.add("--retain_options");
        arguments.add("--descriptor_set_out=" + image);
        arguments.addAll(files);
        if (files.size() == 1) {
            arguments.add(0, executable.toString());
            return arguments;
        }
        Path list = scratch.resolve("arguments");
        Files.write(list, arguments);
        return List.of(executable.toString(), "@" + list);
    }

    /** Warnings are left out. */
    private static List<String> messages(Path errors) throws IOException {
        String text = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.contains(": warning: "))
                .toList();
    }

    /** Reads the set file by file: a set of seven thousand files as one message takes twice the memory. */
    private static Map<String, FileDescriptorProto> read(Path image) throws IOException {
        Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
        try (InputStream stream = open(image)) {
            CodedInputStream input = CodedInputStream.newInstance(stream);
            input.setSizeLimit(Integer.MAX_VALUE);
            while (input.readTag() == FIRST_FIELD_OF_SET) {
                FileDescriptorProto file = FileDescriptorProto.parseFrom(input.readByteArray());
                files.put(file.getName(), file);
            }
        }
        return files;
    }

    private static InputStream open(Path image) throws IOException {
        long size = Files.size(image);
        return size < 1 << 20 ? new ByteArrayInputStream(Files.readAllBytes(image)) : Files.newInputStream(image);
    }
}
