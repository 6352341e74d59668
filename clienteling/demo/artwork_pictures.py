"""Pictures"""


def write_pictures(directory, products, progress):
    pass
