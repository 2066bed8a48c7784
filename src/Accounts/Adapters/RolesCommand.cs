using System.Collections.Immutable;
using Actors.Accounts.Grains;
using Actors.Accounts.Ports;
using Actors.Accounts.Rules;
using Actors.Plumbing.Commands;
using Actors.Plumbing.Identity;

namespace Actors.Accounts.Adapters;

/// <summary><c>roles</c>: says what an account may do, and changes it.</summary>
internal sealed class RolesCommand(IClaims claims, IGrainFactory grains) : ICommandHandler
{
    private const int Refused = 1, WrongArguments = 2;

    private static readonly string s_all = string.Join(", ", AccountRoles.All);

    public string Name => "roles";

    public string Usage => $"roles NAME|EMAIL [ROLE…]: gives an account these roles and no others ({s_all}; everybody is a {AccountRoles.User}); "
        + "without a role it says which the account has";

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (exit, sentence) = call.Arguments is [var who, .. var roles] ? await AnswerAsync(who, roles, ct) : (WrongArguments, $"Usage: {Usage}");
        await call.WriteLine(sentence);
        return exit;
    }

    private async Task<(int Exit, string Sentence)> AnswerAsync(string who, ImmutableArray<string> roles, CancellationToken ct)
    {
        if (roles.FirstOrDefault(r => !AccountRoles.All.Contains(r)) is { } unknown) return (WrongArguments, $"'{unknown}' is not a role; there are {s_all}.");
        if (await FindAsync(who, ct) is not { } account) return (Refused, $"Nobody is known as '{who}'.");
        if (!roles.IsEmpty) await account.SetRoles(roles);
        return await account.Card() is { } card ? (0, $"The roles are: {string.Join(", ", card.Roles)}.") : (Refused, "The account is gone.");
    }

    private async Task<IAccountGrain?> FindAsync(string who, CancellationToken ct)
    {
        if (Identifiers.Of(who) is not { } identifier || await claims.FindAsync(identifier, ct) is not { } id) return null;
        var account = grains.GetGrain<IAccountGrain>(id);
        return await account.Holds(identifier.Key) is true ? account : null;
    }
}
