package dev.concordat.cli.export;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.RpcNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts declarations that are not needed out of a contract file. What stays keeps every byte: options, comments, reserved numbers, layout. */
final class ContractCutter {
    private final byte[] bytes;
    private final Retained retained;
    private final Set<String> imports;
    /** Start and end of what is cut, in order. */
    private final List<int[]> cuts = new ArrayList<>();

    private ContractCutter(SourceText text, Retained retained, Set<String> imports) {
        this.bytes = text.bytes();
        this.retained = retained;
        this.imports = imports;
    }

    /** The file with the declarations that are retained and the imports that are wanted. */
    static byte[] cut(FileNode file, Retained retained, Set<String> imports) {
        ContractCutter cutter = new ContractCutter(file.text(), retained, imports);
        String packageName = file.packageName();
        cutter.statements(file.statements(), packageName.isEmpty() ? "" : packageName + ".");
        return cutter.rest();
    }

    private void statements(List<Statement> statements, String prefix) {
        for (Statement statement : statements) {
            if (statement instanceof MessageNode message) {
                declaration(message, prefix + message.name().text(), message.statements());
            } else if (statement instanceof ServiceNode service) {
                declaration(service, prefix + service.name().text(), service.statements());
            } else if (statement instanceof EnumNode enumNode) {
                declaration(enumNode, prefix + enumNode.name().text(), List.of());
            } else if (statement instanceof RpcNode rpc) {
                declaration(rpc, prefix + rpc.name().text(), List.of());
            } else if (statement instanceof ExtendNode extend) {
                extensions(extend, prefix);
            } else if (statement instanceof ImportNode imported
                    && !imports.contains(imported.path().text())) {
                cut(imported);
            }
        }
    }

    private void declaration(Statement statement, String fullName, List<Statement> inside) {
        if (retained.holds(fullName)) {
            statements(inside, fullName + ".");
        } else {
            cut(statement);
        }
    }

    /** Extensions go one by one; their block goes with the last. */
    private void extensions(ExtendNode block, String prefix) {
        boolean any = block.fields().stream()
                .anyMatch(field -> retained.holds(prefix + field.name().text()));
        if (!any) {
            cut(block);
            return;
        }
        for (FieldNode field : block.fields()) {
            if (!retained.holds(prefix + field.name().text())) {
                cut(field);
            }
        }
    }

    /** Cuts a statement with its comments and, where it stands alone, its lines. */
    private void cut(Statement statement) {
        int start = statement.comments().leadingStart(statement.start());
        int end = Math.max(statement.end(), statement.comments().trailingEnd(statement.end()));
        int lineStart = start;
        while (lineStart > 0 && isBlank(bytes[lineStart - 1])) {
            lineStart--;
        }
        int lineEnd = bytes[end - 1] == '\n' ? end : lineEnd(end);
        boolean alone = (lineStart == 0 || bytes[lineStart - 1] == '\n')
                && (lineEnd == bytes.length || bytes[lineEnd - 1] == '\n');
        add(alone ? lineStart : start, alone ? lineEnd : end);
    }

    /** The start of the next line, when nothing but a comment is left of this one; else the same offset. */
    private int lineEnd(int offset) {
        int at = offset;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        if (at + 1 < bytes.length && bytes[at] == '/' && bytes[at + 1] == '/') {
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
        }
        return at == bytes.length ? at : bytes[at] == '\n' ? at + 1 : offset;
    }

    private void add(int start, int end) {
        int[] last = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
        if (last != null && nextAfter(last[1]) >= start) {
            last[1] = end;
        } else {
            cuts.add(new int[] {start, end});
        }
    }

    /** The file without what is cut, and without blank lines that parted it from its neighbours. */
    private byte[] rest() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (int[] cut : cuts) {
            int start = cut[0];
            int end = cut[1];
            int next = nextAfter(end);
            boolean last = next == bytes.length || bytes[next] == '}';
            while (last && start >= 2 && bytes[start - 1] == '\n' && bytes[start - 2] == '\n') {
                start--;
            }
            boolean parted =
                    start >= 2 && bytes[start - 1] == '\n' && (bytes[start - 2] == '\n' || bytes[start - 2] == '{');
            while ((parted || last) && end < bytes.length && bytes[end] == '\n') {
                end++;
            }
            out.write(bytes, done, Math.max(0, start - done));
            done = end;
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    private int nextAfter(int offset) {
        int at = offset;
        while (at < bytes.length && (isBlank(bytes[at]) || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
