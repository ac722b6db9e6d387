package dev.concordat.schema.source;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** JGit without the machine's and the user's configuration: answers depend on the repository alone, and nothing is written outside it. */
final class QuietSystem extends SystemReader.Delegate {
    private QuietSystem(SystemReader machine) {
        super(machine);
    }

    /** Makes JGit quiet, for this process. */
    static void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(current));
            // Made by hand, as OSGi does, it loads no 900 messages at the start and starts no threads at the end: a
            // fifth of a small command's time.
            new CleanupService();
        }
    }

    /** Variables such as GIT_DIR, which are set while hooks run, would lead to another repository. */
    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fileSystem) {
        return new NoConfig(fileSystem);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fileSystem) {
        return new NoConfig(fileSystem);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fileSystem) {
        return new NoConfig(fileSystem);
    }

    @Override
    public FileBasedConfig getUserConfig() {
        return new NoConfig(FS.DETECTED);
    }

    @Override
    public FileBasedConfig getSystemConfig() {
        return new NoConfig(FS.DETECTED);
    }

    @Override
    public FileBasedConfig getJGitConfig() {
        return new NoConfig(FS.DETECTED);
    }

    /** A configuration file that is never there. */
    private static final class NoConfig extends FileBasedConfig {
        private NoConfig(FS fileSystem) {
            super(null, new File("none"), fileSystem);
        }

        @Override
        public void load() {
            clear();
        }

        @Override
        public void save() {
            // Nothing of the user's is changed.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** Answers how exact time stamps are as JGit would assume; measuring it would hold up every command by 100 ms. */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
