package dev.concordat.cli;

import dev.concordat.check.Category;
import dev.concordat.check.breaking.BreakingRule;
import java.util.List;
import java.util.stream.Collectors;

/** {@code concordat rules}: what contracts are checked for. */
final class RulesCommand implements Command {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String purpose() {
        return "Lists the rules, with their categories";
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public List<Flag> flags() {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        int width = BreakingRule.all().stream()
                .mapToInt(rule -> rule.id().length())
                .max()
                .orElse(0);
        for (BreakingRule rule : BreakingRule.all()) {
            String categories =
                    rule.categories().stream().sorted().map(Category::name).collect(Collectors.joining(", "));
            terminal.print(rule.id() + " ".repeat(width - rule.id().length()) + "  " + rule.purpose() + " ("
                    + categories + ")");
        }
        return ExitStatus.FINE;
    }
}
