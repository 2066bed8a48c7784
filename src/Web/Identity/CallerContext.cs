using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Gets the caller of a request.</summary>
public static class CallerContext
{
    /// <summary>The caller of a route that requires one.</summary>
    /// <exception cref="InvalidOperationException">The route does not require a caller.</exception>
    public static Caller GetCaller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("This route does not require a caller.");

    /// <summary>The caller; null on public routes.</summary>
    public static Caller? FindCaller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>();
    }

    /// <summary>The caller whose session has ended; otherwise null.</summary>
    internal static FormerCaller? FindFormerCaller(this HttpContext context) => context.Features.Get<FormerCaller>();
}
