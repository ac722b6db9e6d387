package dev.concordat.cli;

import dev.concordat.release.Plan;
import dev.concordat.release.Release;
import dev.concordat.schema.ContractException;
import java.util.List;

/** {@code concordat release}: tags what is due. */
final class ReleaseCommand implements Command {
    private static final Flag DRY_RUN =
            Flag.alone("--dry-run", "Show the plan and what decided it; build and tag nothing");
    private static final Flag PUSH = Flag.alone("--push", "Push the tags, all or none");
    private static final Flag REMOTE = Flag.valued("--remote", "name", "The remote to push to, origin if not given");

    @Override
    public String name() {
        return "release";
    }

    @Override
    public String purpose() {
        return "Builds and tags every module that is due: <module>/v<version>";
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public List<Flag> flags() {
        return List.of(DRY_RUN, PUSH, REMOTE);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        String remote = arguments.decisive(REMOTE).orElse("origin");
        return ErrorFormat.TEXT.guard(terminal, () -> {
            try (OpenRegistry registry = OpenRegistry.open(terminal)) {
                Plan plan = registry.registry().check();
                int status = CheckCommand.print(plan, ErrorFormat.TEXT, terminal);
                if (status != ExitStatus.FINE || !plan.waivers().expired().isEmpty()) {
                    // What has expired is told with the plan.
                    return ExitStatus.VIOLATIONS;
                }
                if (arguments.has(DRY_RUN.name())) {
                    return ExitStatus.FINE;
                }
                return release(registry, arguments, remote, terminal);
            }
        });
    }

    private static int release(OpenRegistry registry, Arguments arguments, String remote, Terminal terminal)
            throws ContractException {
        if (arguments.has(PUSH.name())) {
            registry.registry().refuseUnknown(remote);
        }
        List<Release> releases = registry.registry().release(ProgressLine.on(terminal));
        releases.forEach(release -> terminal.print("tagged " + release.tag()));
        int pushed = arguments.has(PUSH.name()) ? registry.registry().push(remote) : 0;
        if (pushed > 0) {
            terminal.print("Pushed %s to %s.".formatted(pushed == 1 ? "1 tag" : pushed + " tags", remote));
        } else if (releases.isEmpty()) {
            terminal.print("Nothing to do.");
        } else if (!arguments.has(PUSH.name())) {
            terminal.print(
                    "The tags are in this clone only; \"concordat release --push\" shares them, and so does \"git push --atomic %s <tags>\"."
                            .formatted(remote));
        }
        return ExitStatus.FINE;
    }
}
