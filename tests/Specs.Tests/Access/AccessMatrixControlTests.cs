using System.Text.Json.Nodes;
using Actors.Accounts.Accounts;
using Actors.Core.Accounts;
using Actors.TestKit;
using Actors.Web.Identity;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Specs.Tests.Access;

/// <summary>Plants each fault once and checks that the matrix finds it.</summary>
public sealed class AccessMatrixControlTests
{
    [Fact]
    public async Task A_route_that_ignores_the_caller_is_found()
    {
        await using var silo = await People.StartSiloAsync(app => app.MapGet("/planted", () => "secret").RequireCaller().AllowAnonymous());

        var findings = await (await MatrixAsync(silo)).OfNobodyAsync();

        findings.ShouldContain("GET /planted answers 200 without a token");
        findings.ShouldContain("GET /planted answers 200 with the token of a session that ended");
        findings.ShouldAllBe(finding => finding.StartsWith("GET /planted "));
    }

    [Fact]
    public async Task A_route_that_forgets_its_roles_is_found()
    {
        await using var silo = await People.StartSiloAsync(app => app.MapGet("/planted", (HttpContext context) =>
            context.GetCaller().Is(AccountRoles.Support) ? Results.Ok() : Results.StatusCode(StatusCodes.Status403Forbidden)).RequireCaller());

        var findings = await (await MatrixAsync(silo)).OfRolesAsync();

        findings.ShouldBe(["GET /planted answers 403 to first", "GET /planted answers 403 to other", "GET /planted answers 403 to planner", "GET /planted answers 403 to admin"]);
    }

    [Fact]
    public async Task A_route_that_shows_a_resource_of_another_owner_is_found()
    {
        await using var silo = await People.StartSiloAsync(app => app.MapGet("/planted/{id}", (string id) => id).RequireCaller());
        var people = await People.RegisterAsync(silo);
        var matrix = new AccessMatrix(silo, await ApiOperation.ReadAllAsync(silo.Client), people);

        (await matrix.OfOthersThingsAsync(OwnedThings.Of(silo, people.First))).ShouldContain(finding => finding.StartsWith("GET /planted/{id} is about something"));
        var findings = await matrix.OfOthersThingsAsync(OwnedThings.Of(silo, people.First).With("GET /planted/{id}", "first's"));

        findings.ShouldContain("GET /planted/{id} answers 200 to other about what is first's");
    }

    [Fact]
    public async Task A_route_that_takes_roles_from_a_body_is_found()
    {
        await using var silo = await People.StartSiloAsync(app => app
            .MapPost("/planted", async (HttpContext context, IGrainFactory grains) =>
            {
                var body = await JsonNode.ParseAsync(context.Request.Body);
                await grains.GetGrain<IAccountGrain>(context.GetCaller().AccountId).SetRoles([body!["role"]!.GetValue<string>()]);
            })
            .RequireCaller().WithRequestBody(typeof(Planted), """{"name":"x"}"""));
        var people = await People.RegisterAsync(silo);

        var findings = await new MassAssignment(silo, await ApiOperation.ReadAllAsync(silo.Client), people).FindAsync();

        findings.ShouldHaveSingleItem().ShouldStartWith("POST /planted changes");
    }

    private static async Task<AccessMatrix> MatrixAsync(SiloHost silo) =>
        new(silo, await ApiOperation.ReadAllAsync(silo.Client), await People.RegisterAsync(silo));

    private sealed record Planted(string Name);
}
