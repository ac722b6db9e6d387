package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads services. */
final class ServiceParser {
    private final Cursor cursor;
    private final OptionParser options;
    private final BlockParser blocks;

    ServiceParser(Cursor cursor, OptionParser options, BlockParser blocks) {
        this.cursor = cursor;
        this.options = options;
        this.blocks = blocks;
    }

    /** Reads a service; the cursor is at its keyword. */
    ServiceNode service() {
        int start = cursor.start();
        cursor.next();
        Word name = cursor.word("the service's name");
        int body = cursor.start();
        Comments comments = cursor.endDeclaration('{', "after the service's name");
        List<Statement> statements = new ArrayList<>();
        while (!blocks.closes("service", name)) {
            try {
                statements.add(cursor.isWord("option") ? options.statement() : rpc());
            } catch (SyntaxError e) {
                cursor.skipStatement();
            }
        }
        return new ServiceNode(name, body, statements, start, cursor.previousEnd(), comments);
    }

    private RpcNode rpc() {
        int start = cursor.start();
        if (!cursor.skipWord("rpc")) {
            throw cursor.expected("\"rpc\" or \"option\"");
        }
        Word name = cursor.word("the rpc's name");
        cursor.expectSymbol('(', "and the request's type after the rpc's name");
        @Nullable Word requestStream = stream();
        Word request = blocks.messageName("the request's type");
        cursor.expectSymbol(')', "after the request's type");
        if (!cursor.skipWord("returns")) {
            throw cursor.expected("\"returns\"");
        }
        cursor.expectSymbol('(', "and the response's type after \"returns\"");
        @Nullable Word responseStream = stream();
        Word response = blocks.messageName("the response's type");
        cursor.expectSymbol(')', "after the response's type");
        int body = cursor.isSymbol('{') ? cursor.start() : -1;
        Comments comments = body < 0
                ? cursor.endDeclaration(';', "or \"{\" after the response's type")
                : cursor.endDeclaration('{', "after the response's type");
        List<OptionNode> written = body < 0 ? List.of() : rpcOptions(name);
        return new RpcNode(
                name,
                requestStream,
                request,
                responseStream,
                response,
                body,
                written,
                start,
                cursor.previousEnd(),
                comments);
    }

    private @Nullable Word stream() {
        return cursor.isWord("stream") ? cursor.word("a type") : null;
    }

    private List<OptionNode> rpcOptions(Word rpc) {
        List<OptionNode> written = new ArrayList<>(2);
        while (!blocks.closes("rpc", rpc)) {
            try {
                written.add(options.statement());
            } catch (SyntaxError e) {
                cursor.skipStatement();
            }
        }
        return written;
    }
}
