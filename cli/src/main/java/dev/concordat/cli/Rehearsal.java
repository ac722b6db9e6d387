package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.process.ScratchDirectory;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * Runs the commands that are run most on a contract of its own and prints nothing. The launcher starts it, once for each jar and each Java, to keep the
 * classes that commands load in an archive.
 */
final class Rehearsal {
    private static final String DIRECTORY = "contracts/a/a/v1";
    private static final String CONTRACT = DIRECTORY + "/a.proto";
    private static final List<String> FILES =
            List.of("buf.yaml", "concordat.yaml", CONTRACT, DIRECTORY + "/b.proto", DIRECTORY + "/options.proto");

    private static final String BEFORE = """
            // A contract with one of everything.
            syntax = "proto3";

            package a.v1;

            import "a/v1/options.proto";
            import "google/api/annotations.proto";
            import "google/api/field_behavior.proto";
            import "google/protobuf/timestamp.proto";

            option java_multiple_files = true;
            option java_package = "a.v1";

            // A message.
            message A {
              option (a.v1.label) = "a";
              reserved 9;
              reserved "z";
              string b = 1 [(google.api.field_behavior) = REQUIRED, deprecated = true];
              repeated int32 c = 2 [packed = true];
              map<string, E> d = 3;
              oneof f {
                A g = 4;
                google.protobuf.Timestamp h = 5;
              }
              optional bytes i = 6;
              Gone j = 10;
            }

            message Gone {
              int64 a = 1;
            }

            enum E {
              E_UNSPECIFIED = 0;
              E_ONE = 1;
            }

            service S {
              rpc R(A) returns (stream A) {
                option idempotency_level = NO_SIDE_EFFECTS;
                option (google.api.http) = {
                  get: "/v1/{b=a/*}"
                  additional_bindings {post: "/v1/a", body: "*"}
                };
              }
            }
            """;

    private static final String IMPORTER = """
            edition = "2023";

            package a.v1;

            import "a/v1/a.proto";

            message B {
              A a = 1;
              E e = 2 [features.field_presence = IMPLICIT];
            }
            """;

    private static final String OPTIONS = """
            syntax = "proto2";

            package a.v1;

            import "google/protobuf/descriptor.proto";

            extend google.protobuf.MessageOptions {
              optional string label = 50001;
            }

            message C {
              extensions 100 to 199;
              optional group D = 1 {
                optional int32 e = 1 [default = 7];
              }
            }

            extend C {
              repeated string more = 100;
            }
            """;

    /** What each change replaces, and by what: in ways that break, since what is fine is found to be so on the way. */
    private static final List<List<String>> CHANGES = List.of(
            List.of("bytes i = 6", "bytes i = 7"),
            List.of("string b = 1", "bytes b = 1", "optional bytes i = 6", "int32 k = 6"),
            List.of("int64 a = 1", "int32 a = 1", "Gone", "Renamed", "java_package = \"a.v1\"", "java_package = \"b\""),
            List.of("E_ONE = 1", "E_TWO = 1", "rpc R(A) returns (stream A)", "rpc R(A) returns (A)", "reserved 9;", ""),
            List.of("E_ONE", "E_TWO", "Gone j = 10;", "", "message Gone {\n  int64 a = 1;\n}", ""));

    private final Path directory;

    private Rehearsal(Path directory) {
        this.directory = directory;
    }

    /** Rehearses in a process that is as one of a command. */
    public static void main(String[] arguments) throws IOException, ContractException {
        Main.forgetPlace();
        rehearse();
    }

    /** Rehearses in a directory that is gone afterwards. */
    static void rehearse() throws IOException, ContractException {
        try (ScratchDirectory scratch = ScratchDirectory.create("concordat-rehearsal")) {
            new Rehearsal(scratch.path()).run();
        }
    }

    private void run() throws IOException, ContractException {
        Files.createDirectories(directory.resolve(DIRECTORY));
        write(CONTRACT, BEFORE);
        write(DIRECTORY + "/b.proto", IMPORTER);
        write(DIRECTORY + "/options.proto", OPTIONS);
        write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/a\nbreaking:\n  use:\n    - FILE\n");
        write("concordat.yaml", "version: v1\ngroup: a\nbranch: main\n");
        commit();
        concordat(ExitStatus.FINE, "breaking", "--against", ".git#branch=main");
        concordat(ExitStatus.FINE, "check");
        for (List<String> change : CHANGES) {
            String changed = BEFORE;
            for (int at = 0; at < change.size(); at += 2) {
                changed = changed.replace(change.get(at), change.get(at + 1));
            }
            write(CONTRACT, changed);
            for (ErrorFormat format : List.of(ErrorFormat.TEXT, ErrorFormat.JSON)) {
                concordat(
                        ExitStatus.VIOLATIONS,
                        "breaking",
                        "--against",
                        ".git#ref=HEAD",
                        "--error-format",
                        format.toString());
            }
        }
        concordat(ExitStatus.VIOLATIONS, "check");
        concordat(ExitStatus.FINE, "build");
        concordat(ExitStatus.FINE, "rules");
        concordat(ExitStatus.FINE, "--version");
        concordat(ExitStatus.FINE, "--help");
    }

    private void concordat(int expected, String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, directory);
        int status = new Main(Commands.all(), terminal).run(List.of(arguments));
        if (status != expected) {
            throw new IllegalStateException(List.of(arguments) + " ended with " + status + ", not " + expected + ".");
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    /** Makes the directory a git repository and commits the files, without a git command, which need not be there. */
    private void commit() throws IOException, ContractException {
        Files.createDirectories(directory.resolve(".git/objects"));
        Files.createDirectories(directory.resolve(".git/refs/heads"));
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/config", "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        try (GitRepository repository = GitRepository.open(directory);
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId tree = index(repository.jgit(), inserter).writeTree(inserter);
            CommitBuilder commit = new CommitBuilder();
            PersonIdent nobody = new PersonIdent("Nobody", "nobody@example.com", Instant.EPOCH, ZoneOffset.UTC);
            commit.setTreeId(tree);
            commit.setAuthor(nobody);
            commit.setCommitter(nobody);
            commit.setMessage("A contract");
            RefUpdate head = repository.jgit().updateRef(Constants.HEAD);
            head.setNewObjectId(inserter.insert(commit));
            inserter.flush();
            head.update();
        }
    }

    /** Writes the index that git would; files must be older than it to be believed unchanged. */
    private DirCache index(Repository repository, ObjectInserter inserter) throws IOException {
        DirCache index = repository.lockDirCache();
        DirCacheBuilder builder = index.builder();
        for (String name : FILES) {
            Path file = directory.resolve(name);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            DirCacheEntry entry = new DirCacheEntry(name);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setLength(Files.size(file));
            entry.setLastModified(Files.getLastModifiedTime(file).toInstant());
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
            builder.add(entry);
        }
        builder.finish();
        index.write();
        if (!index.commit()) {
            throw new IOException("The index could not be written.");
        }
        return index;
    }
}
