package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.rpcs;
import static dev.concordat.check.breaking.Checks.same;
import static dev.concordat.check.breaking.Checks.services;

import dev.concordat.check.Category;
import dev.concordat.schema.Located;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.List;

/** Breaking rules about services and their rpcs. */
final class ServiceRules {
    private static final Category[] EVERYWHERE = {FILE, PACKAGE, WIRE_JSON, WIRE, CSR};

    static final List<BreakingRule> ALL = List.of(
            breaking("RPC_NO_DELETE", "Rpcs stay.", services(ServiceRules::noDelete), FILE, PACKAGE),
            breaking(
                    "RPC_SAME_REQUEST_TYPE",
                    "Rpcs keep their request type.",
                    rpcs(same("request type", Rpc::requestType)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_RESPONSE_TYPE",
                    "Rpcs keep their response type.",
                    rpcs(same("response type", Rpc::responseType)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_CLIENT_STREAMING",
                    "Rpcs keep whether the client streams.",
                    rpcs(same("client side", rpc -> streaming(rpc, rpc.clientStreaming()))),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_SERVER_STREAMING",
                    "Rpcs keep whether the server streams.",
                    rpcs(same("server side", rpc -> streaming(rpc, rpc.serverStreaming()))),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_IDEMPOTENCY_LEVEL",
                    "Rpcs keep their idempotency level.",
                    rpcs(same("option idempotency_level", rpc -> rpc.options().text("idempotency_level"))),
                    EVERYWHERE));

    private ServiceRules() {}

    private static void noDelete(Service previous, Service current, Reporter reporter) {
        for (Rpc rpc : previous.rpcs()) {
            if (current.rpc(rpc.name().value()).isEmpty()) {
                reporter.report(
                        current.location(),
                        rpc.location(),
                        "Rpc \"%s\" of \"%s\" was deleted. Restore it; clients still call it."
                                .formatted(rpc.name().value(), current.name().value()));
            }
        }
    }

    private static Located<String> streaming(Rpc rpc, boolean streams) {
        return new Located<>(streams ? "streaming" : "unary", rpc.location());
    }
}
