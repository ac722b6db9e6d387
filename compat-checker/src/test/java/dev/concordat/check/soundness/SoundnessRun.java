package dev.concordat.check.soundness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.link.LinkingCompiler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random contracts, each with some changes, and random messages of what a level lets pass. */
final class SoundnessRun {
    private static final int MESSAGES = 20;
    private static final int CHANGES = 4;
    /** A compiler keeps what it has parsed. */
    private static final int CONTRACTS_OF_A_COMPILER = 50;

    private static final long PRIME = 1_000_003;

    private final long seed;
    private LinkingCompiler compiler = new LinkingCompiler();
    private long contracts;
    /** Pairs that a level lets pass. */
    final Map<Level, Integer> passed = new EnumMap<>(Level.class);
    /** Those of them of which a message has another value: the first one found. */
    final Map<Level, List<String>> changed = new EnumMap<>(Level.class);

    int pairs;
    int uncompiled;
    long messages;

    /**
     * A run of its own.
     *
     * @param seed the same seed makes the same contracts and messages
     */
    SoundnessRun(long seed) {
        this.seed = seed;
    }

    /** Goes on with the next contract and its changes. */
    void next() throws ContractException {
        if (contracts++ % CONTRACTS_OF_A_COMPILER == 0) {
            compiler = new LinkingCompiler();
        }
        Random random = new Random(seed * PRIME + contracts);
        ContractModel model = new RandomModel(random).contract();
        Optional<Contract> previous = compile(model);
        for (int at = 0; at < CHANGES && previous.isPresent(); at++) {
            Optional<Contract> current = compile(new Mutation(random).of(model));
            if (current.isPresent()) {
                pairs++;
                check(previous.get(), current.get(), random);
            }
        }
    }

    private Optional<Contract> compile(ContractModel model) {
        try {
            return Optional.of(Contract.of(ModelText.of(model), compiler));
        } catch (ContractException e) {
            uncompiled++;
            return Optional.empty();
        }
    }

    private void check(Contract previous, Contract current, Random random) throws ContractException {
        List<Level> passing = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level.violations(previous, current).isEmpty()) {
                passed.merge(level, 1, Integer::sum);
                passing.add(level);
            }
        }
        Writing before = new Writing(previous, random);
        Writing now = new Writing(current, random);
        List<Descriptor> shared = previous.file().getMessageTypes().stream()
                .filter(message -> current.message(message.getName()).isPresent())
                .toList();
        for (int at = 0; at < MESSAGES && !shared.isEmpty() && !passing.isEmpty(); at++) {
            Descriptor message = shared.get(random.nextInt(shared.size()));
            Descriptor match = current.message(message.getName()).orElseThrow();
            replay(passing, true, new Side(previous, message), new Side(current, match), before.message(message));
            replay(passing, false, new Side(current, match), new Side(previous, message), now.message(match));
        }
    }

    /**
     * Reads what one side wrote.
     *
     * @param passing the levels to ask; loses those that break their promise
     * @param forward whether the newer version reads
     */
    private void replay(List<Level> passing, boolean forward, Side writer, Side reader, ByteString bytes) {
        messages++;
        DynamicMessage written = writer.read(bytes)
                .filter(DynamicMessage::isInitialized)
                .orElseThrow(() -> new IllegalStateException("A contract refuses its own message:\n"
                        + writer.contract().text()));
        Optional<DynamicMessage> read = reader.read(bytes);
        for (Level level : List.copyOf(passing)) {
            Reading reading = new Reading(level, forward, reader.contract().extensions());
            String difference =
                    read.map(found -> reading.difference(written, found)).orElse("refused");
            if (!difference.isEmpty()) {
                passing.remove(level);
                changed.computeIfAbsent(level, unused -> new ArrayList<>())
                        .add("contract %d, %s: %s %s: %s%n--- before%n%s--- after%n%s"
                                .formatted(
                                        contracts,
                                        level,
                                        writer.message().getName(),
                                        forward ? "read after" : "read before",
                                        difference,
                                        (forward ? writer : reader).contract().text(),
                                        (forward ? reader : writer).contract().text()));
            }
        }
    }

    /** A message of a contract. */
    private record Side(Contract contract, Descriptor message) {
        Optional<DynamicMessage> read(ByteString bytes) {
            return contract.read(message, bytes);
        }
    }
}
