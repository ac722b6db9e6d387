package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.same;
import static dev.concordat.check.breaking.Checks.services;

import dev.concordat.check.Category;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Breaking rules about services and their rpcs. */
final class ServiceRules {
    private static final String BESIDE = "Keep it, or add an rpc beside it; clients that exist call this one.";
    private static final Category[] EVERYWHERE = {FILE, PACKAGE, WIRE_JSON, WIRE, CSR};

    static final List<BreakingRule> ALL = List.of(
            breaking("RPC_NO_DELETE", "Rpcs stay.", services(ServiceRules::noDelete), FILE, PACKAGE),
            breaking(
                    "RPC_SAME_REQUEST_TYPE",
                    "Rpcs keep their request type.",
                    rpcs(sameType("request type", Rpc::requestType)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_RESPONSE_TYPE",
                    "Rpcs keep their response type.",
                    rpcs(sameType("response type", Rpc::responseType)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_CLIENT_STREAMING",
                    "Rpcs keep whether the client streams.",
                    rpcs(same("client side", rpc -> streaming(rpc, rpc.clientStreaming()), BESIDE)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_SERVER_STREAMING",
                    "Rpcs keep whether the server streams.",
                    rpcs(same("server side", rpc -> streaming(rpc, rpc.serverStreaming()), BESIDE)),
                    EVERYWHERE),
            breaking(
                    "RPC_SAME_IDEMPOTENCY_LEVEL",
                    "Rpcs keep their idempotency level.",
                    rpcs(same(
                            "option idempotency_level",
                            ServiceRules::idempotencyLevel,
                            "Keep it; clients decide by it whether to call again.")),
                    EVERYWHERE));

    private ServiceRules() {}

    /** Visits the rpcs that are still there. */
    private static Check rpcs(PairCheck<Rpc> check) {
        return services((previous, current, reporter) -> {
            for (Rpc rpc : previous.rpcs()) {
                Optional<Rpc> left = current.rpc(rpc.name().value());
                if (left.isPresent()) {
                    check.compare(rpc, left.get(), reporter);
                }
            }
        });
    }

    private static void noDelete(Service previous, Service current, Reporter reporter) {
        for (Rpc rpc : previous.rpcs()) {
            if (current.rpc(rpc.name().value()).isEmpty()) {
                String renamed = renamed(rpc, previous, current)
                        .map("; \"%s\" has its types"::formatted)
                        .orElse("");
                reporter.report(
                        current.location(),
                        rpc.location(),
                        "Rpc \"%s\" of \"%s\" was deleted%s. Restore it; clients still call it."
                                .formatted(rpc.name().value(), current.name().value(), renamed));
            }
        }
    }

    /** The only new rpc with the types of one that is gone. */
    private static Optional<String> renamed(Rpc gone, Service previous, Service current) {
        List<Rpc> found = current.rpcs().stream()
                .filter(rpc -> previous.rpc(rpc.name().value()).isEmpty()
                        && rpc.requestType().value().equals(gone.requestType().value())
                        && rpc.responseType().value().equals(gone.responseType().value())
                        && rpc.clientStreaming() == gone.clientStreaming()
                        && rpc.serverStreaming() == gone.serverStreaming())
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).name().value()) : Optional.empty();
    }

    private static PairCheck<Rpc> sameType(String what, Function<Rpc, Located<String>> type) {
        PairCheck<Rpc> same = same(what, type, BESIDE);
        return (previous, current, reporter) -> same.compare(
                previous,
                current,
                reporter.about(new Subject.Replaced(
                        type.apply(previous).value(), type.apply(current).value())));
    }

    private static Located<String> streaming(Rpc rpc, boolean streams) {
        return new Located<>(streams ? "streaming" : "unary", rpc.location());
    }

    /** The level; one that is not set belongs to the file, as buf has it. */
    private static Located<String> idempotencyLevel(Rpc rpc) {
        Located<String> level = rpc.options().text("idempotency_level");
        boolean set = rpc.options().value("idempotency_level").isPresent();
        return set
                ? level
                : new Located<>(level.value(), new Location(rpc.location().text(), 0, 0));
    }
}
