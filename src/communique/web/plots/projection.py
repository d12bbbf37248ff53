"""From places on the globe to points of a map: the Equal Earth projection, by which areas of one size look so.

Source of the formula and its four constants: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science 33 (2019), doi:10.1080/13658816.2018.1504949.
"""

from math import asin, cos, pi, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2

WIDTH = 1000  # of the whole world, in the units of the plot
TOP, BOTTOM = 84.0, -57.0  # degrees: what is drawn; Antarctica is left out


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to x and y, east and north of where the equator meets the prime meridian, on a globe of radius 1."""
    theta = asin(M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = radians(longitude) * cos(theta) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return x, y


SCALE = WIDTH / (2 * pi / (M * A1))  # the equator is the widest
NORTH = equal_earth(0, TOP)[1]
HEIGHT = round((NORTH - equal_earth(0, BOTTOM)[1]) * SCALE)


def on_map(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to a point of the map: from its left and its top, within WIDTH and HEIGHT."""
    x, y = equal_earth(longitude, latitude)
    return x * SCALE + WIDTH / 2, (NORTH - y) * SCALE
