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
    private static final String CONTRACT = "a/a.proto";
    private static final List<String> FILES = List.of(CONTRACT, "a/b.proto", "buf.yaml", "concordat.yaml");

    private static final String BEFORE = """
            // A contract with one of everything.
            syntax = "proto3";

            package a.v1;

            import "google/protobuf/timestamp.proto";

            option java_package = "a.v1";

            // A message.
            message A {
              reserved 9;
              string b = 1;
              repeated int32 c = 2 [packed = true];
              map<string, E> d = 3;
              oneof f {
                A g = 4;
                google.protobuf.Timestamp h = 5;
              }
              optional bytes i = 6;
            }

            enum E {
              E_UNSPECIFIED = 0;
              E_ONE = 1;
            }

            service S {
              rpc R(A) returns (stream A);
            }
            """;

    private static final String IMPORTER = """
            edition = "2023";

            package a.v1;

            import "a/a.proto";

            message B {
              A a = 1;
              E e = 2;
            }
            """;

    private final Path directory;

    private Rehearsal(Path directory) {
        this.directory = directory;
    }

    /** Rehearses in a directory that is gone afterwards. */
    public static void main(String[] arguments) throws IOException, ContractException {
        try (ScratchDirectory scratch = ScratchDirectory.create("concordat-rehearsal")) {
            new Rehearsal(scratch.path()).run();
        }
    }

    private void run() throws IOException, ContractException {
        Files.createDirectories(directory.resolve("a"));
        write(CONTRACT, BEFORE);
        write("a/b.proto", IMPORTER);
        write("buf.yaml", "version: v2\nmodules:\n  - path: .\nbreaking:\n  use:\n    - FILE\n");
        write("concordat.yaml", "version: v1\ngroup: a\nbranch: main\n");
        commit();
        concordat("breaking", "--against", ".git#branch=main");
        concordat("check");
        write(CONTRACT, BEFORE.replace("string b = 1", "string b = 7").replace("bytes i = 6", "string i = 6"));
        for (ErrorFormat format : List.of(ErrorFormat.TEXT, ErrorFormat.JSON)) {
            concordat("breaking", "--against", ".git#branch=main", "--error-format", format.toString());
            concordat("breaking", "--against", ".git#ref=HEAD", "--error-format", format.toString());
        }
        concordat("check");
        concordat("build");
        concordat("rules");
        concordat("--version");
        concordat("--help");
    }

    private void concordat(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Main(Commands.all(), new Terminal(nowhere, nowhere, false, directory)).run(List.of(arguments));
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
