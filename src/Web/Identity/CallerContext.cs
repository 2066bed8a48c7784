using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Who makes a request.</summary>
public static class CallerContext
{
    /// <summary>The caller of a route that requires one.</summary>
    /// <exception cref="InvalidOperationException">The route is public: nobody asked for a token.</exception>
    public static Caller GetCaller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("This route requires no caller, so there is none.");

    /// <summary>The caller; null on public routes.</summary>
    public static Caller? FindCaller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>();
    }

    /// <summary>Whose session has ended; null for everybody else.</summary>
    internal static FormerCaller? FindFormerCaller(this HttpContext context) => context.Features.Get<FormerCaller>();
}
