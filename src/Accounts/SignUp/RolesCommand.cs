using System.Collections.Immutable;
using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Core.Accounts;
using Actors.Core.Commands;

namespace Actors.Accounts.SignUp;

/// <summary><c>roles</c>: says what an account may do, and changes it.</summary>
internal sealed class RolesCommand(IClaims claims, IGrainFactory grains) : ICommandHandler
{
    private static readonly string s_all = string.Join(", ", AccountRoles.All);

    private static readonly CommandSyntax s_syntax = new CommandSyntax(
        "roles", $"gives an account these roles and no others ({s_all}; everybody is a {AccountRoles.User}); without a role it says which the account has")
        .Word("NAME|EMAIL").MoreWords("ROLE");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        ImmutableArray<string> roles = [.. given.Words.Skip(1)];
        foreach (var unknown in roles.Where(r => !AccountRoles.All.Contains(r))) given.Refuse($"'{unknown}' is not a role; there are {s_all}.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var (exit, sentence) = await AnswerAsync(given.Word(0), roles, cancellationToken);
        await call.WriteLine(sentence);
        return exit;
    }

    private async Task<(int Exit, string Sentence)> AnswerAsync(string who, ImmutableArray<string> roles, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, cancellationToken) is not { } account) return (CommandExit.Refused, $"Nobody is known as '{who}'.");
        if (!roles.IsEmpty) await account.SetRoles(roles);
        return await account.Card() is { } card ? (CommandExit.Done, $"The roles are: {string.Join(", ", card.Roles)}.") : (CommandExit.Refused, "The account is gone.");
    }

    private async Task<IAccountGrain?> FindAsync(string who, CancellationToken cancellationToken)
    {
        if (IdentifierParser.Of(who) is not { } identifier || await claims.FindAsync(identifier, cancellationToken) is not { } id) return null;
        var account = grains.GetGrain<IAccountGrain>(id);
        return await account.Holds(identifier.Key) is true ? account : null;
    }
}
