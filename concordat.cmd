@echo off
rem Runs Concordat from its jar, which is built first when it is missing or older than its sources.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%cli\target"
set "JAR=%TARGET%\concordat.jar"
set "LOCK=%TARGET%\concordat.lock"
set "LOG=%TARGET%\concordat-build.log"

set "JAVA="
if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
)
if not defined JAVA (
    >&2 echo No Java was found: JAVA_HOME is not set and there is no java on the PATH.
    >&2 echo Concordat runs on Java 17 or newer. Install such a JDK, or set JAVA_HOME to one.
    exit /b 1
)
if not exist "%JAVA%" (
    >&2 echo There is no Java in JAVA_HOME, "%JAVA_HOME%".
    >&2 echo Concordat runs on Java 17 or newer. Set JAVA_HOME to such a JDK, or unset it to use the java on the PATH.
    exit /b 1
)

rem The JDK's release file is read first, because asking java itself would double the start-up time.
set "VERSION="
for %%J in ("%JAVA%\..\..\release") do set "RELEASE=%%~fJ"
if exist "%RELEASE%" for /f "usebackq tokens=2 delims==" %%V in (`findstr /b JAVA_VERSION^= "%RELEASE%"`) do set "VERSION=%%~V"
if not defined VERSION for /f "usebackq tokens=3" %%V in (`"%JAVA%" -version 2^>^&1 ^| findstr /c:" version "`) do set "VERSION=%%~V"
set "MAJOR=0"
for /f "tokens=1 delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% lss 17 (
    >&2 echo The Java at "%JAVA%" is too old or unusable: version "%VERSION%".
    >&2 echo Concordat runs on Java 17 or newer. Install such a JDK, or set JAVA_HOME to one.
    exit /b 1
)

rem With another collector, or less memory than it is told to begin with, Java would not start: whoever says so in the environment decides.
set "MEMORY="
if not defined JAVA_TOOL_OPTIONS if not defined JDK_JAVA_OPTIONS if not defined _JAVA_OPTIONS set "MEMORY=-XX:+UseParallelGC -Xms420m -Xmn32m -XX:-UseAdaptiveGenerationSizePolicyAtMinorCollection -XX:MaxTenuringThreshold=0"
call :stale && call :locked
if errorlevel 2 exit /b 1
call :archive
"%JAVA%" %AUTO% "%SHARED%" -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN -Xlog:disable -XX:-UsePerfData -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 %MEMORY% -XX:MaxRAMPercentage=70 -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:archive
rem From 19 on, Java keeps the classes of a run in an archive (JDK-8261455) at its end, and makes it again when it does not fit.
set "AUTO="
set "SHARED=-Xshare:auto"
if %MAJOR% lss 19 exit /b 0
if not defined LOCALAPPDATA exit /b 0
set "CLASSES=%LOCALAPPDATA%\concordat\classes"
if not exist "%CLASSES%" mkdir "%CLASSES%" 2>nul || exit /b 0
set "NAME=%VERSION%_%JAR::=%"
set "NAME=%NAME:\=_%"
set "AUTO=-XX:+AutoCreateSharedArchive"
set "SHARED=-XX:SharedArchiveFile=%CLASSES%\%NAME%.jsa"
exit /b 0

:stale
if not exist "%JAR%" exit /b 0
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; Set-Location -LiteralPath $env:HOME_DIR; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, */pom.xml) + @(Get-Item */src/main, options | ForEach-Object { $_; Get-ChildItem -LiteralPath $_.FullName -Recurse | Where-Object { $_.FullName -notmatch '\\target(\\|$)' } }); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

:locked
if not exist "%TARGET%" mkdir "%TARGET%"
set "WAITED=0"
:lock
mkdir "%LOCK%" 2>nul && goto :build
set /a WAITED+=1
if %WAITED% gtr 300 (
    >&2 echo Concordat has been waiting five minutes for another build of itself.
    >&2 echo If no other build is running, delete the directory "%LOCK%".
    exit /b 2
)
>nul ping -n 2 127.0.0.1
goto :lock

:build
>&2 echo Building Concordat ...
pushd "%HOME_DIR%"
call mvnw.cmd -B -q -Dquick -Dmaven.test.skip package -pl cli -am >"%LOG%" 2>&1 <nul
set "FAILED=%ERRORLEVEL%"
popd
if "%FAILED%"=="0" move /y "%TARGET%\quick\concordat-libraries.jar" "%TARGET%" >nul && move /y "%TARGET%\quick\concordat.jar" "%TARGET%" >nul || set "FAILED=1"
rmdir "%LOCK%"
if "%FAILED%"=="0" exit /b 0
powershell -NoProfile -Command "Get-Content -LiteralPath $env:LOG -Tail 30" >&2
>&2 echo Concordat could not be built from its sources; the end of the build log is above.
>&2 echo The whole log is in "%LOG%". Building needs a JDK, 17 or newer, and the Maven repositories of your settings.xml.
exit /b 2
