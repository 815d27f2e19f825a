using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Shuren.Platform;

/// <summary>Marks a feature's act or look: a class with one <c>RunAsync</c> that page, API and command all call.</summary>
#pragma warning disable CA1040 // A marker on purpose: it is how a room registers its features without a list to forget.
public interface IHandler;
#pragma warning restore CA1040

/// <summary>Registers the features of a room.</summary>
public static class Handlers
{
    /// <summary>Adds every <see cref="IHandler"/> of the assembly, one for each scope.</summary>
    public static IServiceCollection AddHandlersOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHandler))))
            services.AddScoped(type);
        return services;
    }
}
