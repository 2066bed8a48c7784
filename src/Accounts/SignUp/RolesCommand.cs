using System.Collections.Immutable;
using Actors.Core.Accounts;
using Actors.Core.Commands;

namespace Actors.Accounts.SignUp;

/// <summary><c>roles</c>: shows or replaces the roles of an account.</summary>
internal sealed class RolesCommand(IAccounts accounts, IRoles roles) : ICommandHandler
{
    private static readonly string s_builtIn = string.Join(", ", AccountRoles.All);

    private static readonly CommandSyntax s_syntax = new CommandSyntax(
        "roles", $"replaces the roles of an account ({s_builtIn}, or the key of another role; every account has {AccountRoles.User}); without a role it shows the present ones")
        .Word("NAME|EMAIL").MoreWords("ROLE");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        ImmutableArray<string> wanted = [.. given.Words.Skip(1)];
        string[] known = [.. AccountRoles.All.Union((await roles.ListAsync(cancellationToken)).Select(role => role.Key))];
        foreach (var unknown in wanted.Except(known)) given.Refuse($"'{unknown}' is not a role; known roles: {string.Join(", ", known)}.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var (exit, sentence) = await AnswerAsync(given.Word(0), wanted, cancellationToken);
        await call.WriteLine(sentence);
        return exit;
    }

    private async Task<(int Exit, string Sentence)> AnswerAsync(string who, ImmutableArray<string> wanted, CancellationToken cancellationToken)
    {
        if (await accounts.FindByLoginAsync(who, cancellationToken) is not { } account) return (CommandExit.Refused, $"No account is known as '{who}'.");
        var status = wanted.IsEmpty ? AccountChangeStatus.Done : await accounts.SetRolesAsync(account.Id, wanted, cancellationToken);
        return status switch
        {
            AccountChangeStatus.LastSuperAdmin => (CommandExit.Refused, "This is the last super admin. Make another one first."),
            _ => await accounts.FindAsync(account.Id, cancellationToken) is { } card
                ? (CommandExit.Done, $"The roles are: {string.Join(", ", card.Roles)}.")
                : (CommandExit.Refused, "The account does not exist any more."),
        };
    }
}
