package dev.concordat.check.soundness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.link.LinkingCompiler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Every change of a field from one type and cardinality to another, with messages at the bounds of the types in both directions. */
final class TypePairs {
    private static final int MESSAGES = 60;

    private final Random random = new Random(1);
    private final List<State> states = new ArrayList<>();
    /** Changes that a level lets pass. */
    final Map<Level, Integer> passed = new EnumMap<>(Level.class);
    /** Those of them between two of the 85 states. */
    final Map<Level, Integer> passedKnown = new EnumMap<>(Level.class);
    /** Those of them that change a value. */
    final Map<Level, List<String>> changed = new EnumMap<>(Level.class);
    /** Changes that a level reports though no message shows a value that changes: by the rules that report them. */
    final Map<Level, Map<String, List<String>>> reported = new EnumMap<>(Level.class);

    int messages;

    TypePairs() throws ContractException {
        LinkingCompiler compiler = new LinkingCompiler();
        for (FieldState state : FieldState.all()) {
            Contract contract = Contract.of(state.contract(), compiler);
            Descriptor message = contract.message("M").orElseThrow();
            Writing writing = new Writing(contract, random);
            Map<ByteString, DynamicMessage> written = new LinkedHashMap<>();
            for (int at = 0; at < MESSAGES; at++) {
                ByteString bytes = writing.message(message);
                written.put(bytes, contract.read(message, bytes).orElseThrow());
            }
            states.add(new State(state, contract, message, written));
        }
    }

    int size() {
        return states.size();
    }

    /** How many of the states are among the 85. */
    long known() {
        return states.stream().filter(state -> state.field().known()).count();
    }

    /** Goes through all pairs. */
    void run() throws ContractException {
        for (State previous : states) {
            for (State current : states) {
                String difference = difference(true, previous, current)
                        .or(() -> difference(false, current, previous))
                        .orElse("");
                for (Level level : Level.values()) {
                    check(previous, current, level, difference);
                }
            }
        }
    }

    private void check(State previous, State current, Level level, String difference) throws ContractException {
        List<Violation> found = level.violations(previous.contract(), current.contract());
        String change = previous.field() + " -> " + current.field();
        if (found.isEmpty()) {
            passed.merge(level, 1, Integer::sum);
            if (previous.field().known() && current.field().known()) {
                passedKnown.merge(level, 1, Integer::sum);
            }
            if (!difference.isEmpty()) {
                changed.computeIfAbsent(level, unused -> new ArrayList<>()).add(change + ": " + difference);
            }
        } else if (difference.isEmpty()) {
            String rules = String.join(
                    ", ",
                    found.stream().map(Violation::ruleId).distinct().sorted().toList());
            reported.computeIfAbsent(level, unused -> new TreeMap<>())
                    .computeIfAbsent(rules, unused -> new ArrayList<>())
                    .add(change);
        }
    }

    /** What a reader makes otherwise of what was written; nothing is given up here, so that all levels ask for the same. */
    private Optional<String> difference(boolean forward, State writer, State reader) {
        Reading reading = new Reading(Level.FILE, forward, reader.contract().extensions());
        for (Map.Entry<ByteString, DynamicMessage> written : writer.written().entrySet()) {
            messages++;
            Optional<DynamicMessage> read = reader.contract().read(reader.message(), written.getKey());
            String difference = read.map(found -> reading.difference(written.getValue(), found))
                    .orElse("refused");
            if (!difference.isEmpty()) {
                return Optional.of((forward ? "of before " : "of now ") + difference);
            }
        }
        return Optional.empty();
    }

    private record State(
            FieldState field, Contract contract, Descriptor message, Map<ByteString, DynamicMessage> written) {}
}
