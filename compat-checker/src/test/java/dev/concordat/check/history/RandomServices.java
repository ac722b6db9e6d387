package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.File;
import dev.concordat.check.history.RandomContracts.Rpc;
import dev.concordat.check.history.RandomContracts.Service;
import java.util.List;
import java.util.Optional;

/** Changes services. */
final class RandomServices {
    private static final List<String> NAMES = List.of("S", "T");

    private final RandomContracts contracts;
    private final Draw draw;

    RandomServices(RandomContracts contracts, Draw draw) {
        this.contracts = contracts;
        this.draw = draw;
    }

    void change() {
        File file = draw.pick(contracts.files);
        Optional<Service> found = draw.any(file.services);
        if (found.isEmpty() || draw.below(8) == 0) {
            Service service = new Service();
            service.name = draw.pick(NAMES);
            file.services.add(service);
            addRpc(service);
            return;
        }
        Service service = found.get();
        Optional<Rpc> some = draw.any(service.rpcs);
        if (some.isEmpty() || draw.below(4) == 0) {
            addRpc(service);
            return;
        }
        Rpc rpc = some.get();
        switch (draw.below(9)) {
            case 0 -> service.rpcs.remove(rpc);
            case 1 -> rpc.name = draw.pick(List.of("P", "Q", "R"));
            case 2 -> rpc.request = draw.any(contracts.messages()).orElse(null);
            case 3 -> rpc.response = draw.any(contracts.messages()).orElse(null);
            case 4 -> rpc.requestStream = !rpc.requestStream;
            case 5 -> rpc.responseStream = !rpc.responseStream;
            case 6 -> rpc.idempotency = draw.pick(List.of("", "IDEMPOTENT", "NO_SIDE_EFFECTS", "IDEMPOTENCY_UNKNOWN"));
            case 7 -> service.name = draw.pick(NAMES);
            default -> file.services.remove(service);
        }
    }

    private void addRpc(Service service) {
        Rpc rpc = new Rpc();
        rpc.name = draw.pick(List.of("P", "Q", "R"));
        rpc.request = draw.any(contracts.messages()).orElse(null);
        rpc.response = draw.any(contracts.messages()).orElse(null);
        service.rpcs.add(rpc);
    }
}
