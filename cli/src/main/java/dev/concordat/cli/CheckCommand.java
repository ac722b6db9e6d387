package dev.concordat.cli;

import dev.concordat.release.Plan;
import dev.concordat.release.PlanText;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.Optional;

/** {@code concordat check}: the gate. */
final class CheckCommand implements Command {
    static final Flag ONTO = Flag.valued(
            "--onto",
            "branch",
            "The branch that the change goes to, whatever its concordat.yaml says; CI should name it");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String purpose() {
        return "Checks every module against its last release, and tells the version that each change deserves";
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public List<Flag> flags() {
        return List.of(ONTO, ErrorFormat.FLAG, TimeLimit.FLAG);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        ErrorFormat format = ErrorFormat.of(arguments);
        Optional<String> onto = arguments.decisive(ONTO);
        return format.guard(terminal, () -> {
            try (OpenRegistry registry = OpenRegistry.open(terminal)) {
                Plan plan = onto.isPresent()
                        ? registry.registry().checkOnto(onto.get())
                        : registry.registry().check();
                return print(plan, format, terminal);
            }
        });
    }

    static int print(Plan plan, ErrorFormat format, Terminal terminal) {
        format.printFirst(plan.waivers().news(), terminal);
        // In text the plan tells the problems.
        format.print(plan.violations(), format == ErrorFormat.TEXT ? List.<Problem>of() : plan.problems(), terminal);
        if (format.isLog()) {
            format.write(PlanText.print(plan), terminal);
        }
        return plan.isAcceptable() ? ExitStatus.FINE : ExitStatus.VIOLATIONS;
    }
}
