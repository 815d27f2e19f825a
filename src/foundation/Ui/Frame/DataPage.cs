using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

/// <summary>
/// A page that is drawn once, when its data is there. A plain component is drawn first and then waits, so that a page would
/// meet its own empty fields on every database that takes a moment to answer.
/// </summary>
public abstract class DataPage : ComponentBase
{
    /// <summary>Reads what the page shows; its parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
