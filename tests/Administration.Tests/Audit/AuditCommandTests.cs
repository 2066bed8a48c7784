using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.TestKit;

namespace Actors.Administration.Tests.Audit;

/// <summary>The command line, with and without a running program.</summary>
public sealed class AuditCommandTests
{
    [Fact]
    public async Task The_command_works_with_and_without_a_running_program()
    {
        using var settings = new SiloSettings();
        await using (var silo = await TestSilo.StartAsync(settings))
        {
            (await silo.SendAsync(HttpMethod.Get, "/api/v1/audit/logs", silo.User)).Status.ShouldBe(403);
            (await RunAsync(settings)).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(0), a => a.Said.ShouldContain("The audit log is unchanged. Lines and last hash: 1:"));
        }

        (await RunAsync(settings)).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(0), a => a.Said.ShouldContain("The audit log is unchanged."));
        File.Delete(Path.Combine(settings.DataDir, AnchorFile.FileName));
        (await RunAsync(settings)).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(1), a => a.Said.ShouldContain("no anchored head"));
    }

    private static async Task<(int Exit, string Said)> RunAsync(SiloSettings settings)
    {
        await using var child = SiloProcess.Launch(settings, "audit", "verify");
        await child.ExitedAsync().Within("the command to end");
        return (child.ExitCode, child.Output);
    }
}
