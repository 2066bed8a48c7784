using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.Persistence.Tests.Kit;

namespace Actors.Administration.Tests.Audit;

/// <summary>R17: every edit, insertion, deletion, reordering and truncation is detected.</summary>
public sealed class TamperingTests
{
    private const string Missing = "are missing";

    /// <summary>Edits of each column, as its type allows.</summary>
    private static readonly Dictionary<string, string> s_edits = new()
    {
        ["at"] = "at + 1",
        ["operation"] = "'another'",
        ["user_id"] = "COALESCE(user_id, 0) + 1",
        ["action"] = "action || 'x'",
        ["object_type"] = "object_type || 'x'",
        ["object_id"] = "COALESCE(object_id, '') || 'x'",
        ["details"] = "COALESCE(details, '') || ' '",
        ["request_id"] = "COALESCE(request_id, '') || 'x'",
        ["previous"] = "'0' || substr(previous, 2) || ' '",
        ["hash"] = "'0' || substr(hash, 2) || ' '",
        ["number"] = "number + 1000",
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edit_of_any_column_is_detected(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);
        await module.WriteEveryClassAsync();
        var forger = new Forger(module.Database);
        var lines = await forger.LinesAsync();
        lines.Select(l => l.Action).Distinct().Order().ShouldBe(["access.denied", "setting.changed", "sign_in.failed"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();

        foreach (var line in lines)
        {
            foreach (var (column, edit) in s_edits)
            {
                await module.Database.ExecuteAsync($"UPDATE audit_lines SET {column} = {edit} WHERE number = @Number", line);
                (await module.VerifyAsync(anchored: false)).Findings.ShouldNotBeEmpty($"{column} of {line.Action}");
                await forger.StoreAsync(lines);
            }
        }

        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Removed_added_and_moved_lines_are_detected(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);
        await module.WriteEveryClassAsync(2);
        var forger = new Forger(module.Database);
        var lines = await forger.LinesAsync();
        var invented = Forger.Invented() with { Number = 3, Previous = lines[1].Hash };
        Dictionary<string, IEnumerable<ChainedLine>> attacks = new()
        {
            ["removed"] = lines.Where(l => l.Number is < 3 or > 5),
            ["first removed"] = lines.Skip(1),
            ["last removed"] = lines.SkipLast(1),
            ["all removed"] = [],
            ["replaced"] = lines.Where(l => l.Number != 3).Append(invented with { Hash = invented.ComputeHash() }),
            ["before the first"] = lines.Append(Forger.Invented() with { Number = 0 }),
            ["below zero"] = lines.Append(Forger.Invented() with { Number = -5 }),
            ["after the last"] = lines.Append(ChainedAfter(lines[^1])),
            ["swapped"] = lines.Select(l => l.Number switch { 3 => lines[3] with { Number = 3 }, 4 => lines[2] with { Number = 4 }, _ => l }),
        };

        foreach (var (name, forged) in attacks)
        {
            await forger.StoreAsync(forged);
            (await module.VerifyAsync(anchored: false)).Findings.ShouldNotBeEmpty(name);
        }

        await forger.StoreAsync(lines);
        await forger.SetHeadAsync(lines[2].Head);
        (await module.VerifyAsync(anchored: false)).Findings.ShouldNotBeEmpty("the stored head");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_anchor_detects_a_recomputed_chain(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);
        await module.WriteEveryClassAsync(3);
        var forger = new Forger(module.Database);
        var lines = await forger.LinesAsync();
        Dictionary<string, IEnumerable<ChainedLine>> attacks = new()
        {
            ["truncated"] = lines.SkipLast(1),
            ["emptied"] = [],
            ["a range removed and the rest linked again"] = lines.Where(l => l.Number is < 3 or > 5),
            ["edited"] = lines.Select(l => l.Number == 2 ? l with { UserId = 9 } : l),
            ["the last edited"] = lines.Select(l => l.Number == lines.Count ? l with { UserId = 9 } : l),
            ["inserted"] = lines.Take(3).Append(Forger.Invented()).Concat(lines.Skip(3)),
            ["added"] = lines.Append(Forger.Invented()),
            ["moved"] = lines.Skip(1).Append(lines[0]),
        };

        foreach (var (name, forged) in attacks)
        {
            if (name == "emptied") await forger.StoreAsync([]);
            await forger.ForgeAsync(forged);
            if (name == "emptied") await forger.SetHeadAsync(ChainHead.Empty);
            (await module.VerifyAsync()).Findings.ShouldNotBeEmpty(name);
            (await module.VerifyAsync(anchored: false, known: lines[^1].Head)).Findings.Any().ShouldBe(name != "added", $"{name}, compared with a head that was written down");

            // Negative control: without the anchored head, a recomputed chain looks valid.
            (await module.VerifyAsync(anchored: false)).Findings.ShouldBeEmpty(name);
        }

        await forger.ForgeAsync(lines);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty("the chain as it was");
    }

    [Fact]
    public async Task A_truncation_stays_known_after_new_lines()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await TestAdministration.StartAsync(place))
        {
            await module.WriteEveryClassAsync();
            var forger = new Forger(module.Database);
            await forger.ForgeAsync((await forger.LinesAsync()).SkipLast(2));
        }

        await using var again = await TestAdministration.StartAsync(place);
        await again.WriteEveryClassAsync(2);

        (await again.VerifyAsync()).Findings.ShouldHaveSingleItem().ShouldContain("The table ended with line 2:");
        (await again.RunAsync("audit", "verify")).Exit.ShouldBe(1);
        (await again.RunAsync("audit", "verify", "--accept")).Exit.ShouldBe(0);
        (await again.RunAsync("audit", "verify")).Exit.ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{broken")]
    [InlineData("null")]
    public async Task A_missing_anchor_is_reported(string? left)
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await TestAdministration.StartAsync(place))
        {
            await module.WriteEveryClassAsync();
            File.Delete(place.AnchorPath);
            if (left is not null) await File.WriteAllTextAsync(place.AnchorPath, left);
            (await module.VerifyAsync()).Findings.ShouldHaveSingleItem().ShouldContain("no anchored head");
        }

        await using var again = await TestAdministration.StartAsync(place);
        await again.WriteEveryClassAsync(2);
        (await again.VerifyAsync()).Findings.ShouldHaveSingleItem().ShouldContain("there was no anchored head");
    }

    [Fact]
    public async Task The_command_reports_errors_and_its_usage()
    {
        await using var module = await TestAdministration.StartAsync();
        (await module.RunAsync("audit", "verify")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(0), a => a.Said.ShouldHaveSingleItem().ShouldStartWith("The audit log is unchanged."));
        await module.WriteEveryClassAsync();
        var head = (await module.Store.HeadAsync())!.State;
        (await module.RunAsync("audit", "verify", "--head", head.ToString())).Exit.ShouldBe(0);

        (await module.RunAsync("audit", "verify", "--head", $"2:{head.Hash}")).ShouldSatisfyAllConditions(
            a => a.Exit.ShouldBe(1), a => a.Said[0].ShouldBe("Line 2 is not the line that was anchored."));
        await module.Database.ExecuteAsync("DELETE FROM audit_lines WHERE number > 1");
        (await module.RunAsync("audit", "verify")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(1), a => a.Said[0].ShouldContain(Missing));

        (await module.RunAsync("audit", "verify", "--head", "7")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Said.ShouldHaveSingleItem().ShouldContain("--head is not"));
        (await module.RunAsync("audit", "forget")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Said.ShouldHaveSingleItem().ShouldContain("'forget' is not known"));
        (await module.RunAsync("audit")).Exit.ShouldBe(2);
    }

    private static ChainedLine ChainedAfter(ChainedLine last)
    {
        var next = Forger.Invented() with { Number = last.Number + 1, Previous = last.Hash };
        return next with { Hash = next.ComputeHash() };
    }
}
