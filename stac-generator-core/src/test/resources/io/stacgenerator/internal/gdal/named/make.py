#!/usr/bin/env python3
# Makes the HDF5 files of this folder, with h5py and netCDF4: those that name files outside, and honest ones of the same forms.
import gzip
import pathlib

import h5py
import netCDF4
import numpy as np

OUTSIDE = '/nowhere/outside'
SIZE = (10, 20)

for form in ('earliest', 'latest'):
    with h5py.File(f'storage-{form}.h5', 'w', libver=form) as file:
        file.create_dataset('d', SIZE, np.uint8, external=[(OUTSIDE, 0, 200)])
    with h5py.File(f'storage-in-group-{form}.h5', 'w', libver=form) as file:
        file['plain'] = np.zeros(SIZE, np.uint8)
        file.create_group('a/b').create_dataset('d', SIZE, np.uint8, external=[(OUTSIDE, 0, 200)])
    with h5py.File(f'link-{form}.h5', 'w', libver=form) as file:
        file['d'] = h5py.ExternalLink(OUTSIDE, '/d')
    with h5py.File(f'link-among-many-{form}.h5', 'w', libver=form, track_order=True) as file:
        for i in range(40):
            file[f'plain{i}'] = np.uint8(i % 256)
        file['d'] = h5py.ExternalLink(OUTSIDE, '/d')
    with h5py.File(f'storage-among-many-{form}.h5', 'w', libver=form) as file:
        for i in range(300):
            file[f'plain{i}'] = np.uint8(i % 256)
        file.create_dataset('d', SIZE, np.uint8, external=[(OUTSIDE, 0, 200)])
    with h5py.File(f'link-after-user-block-{form}.h5', 'w', libver=form, userblock_size=1024) as file:
        file['d'] = h5py.ExternalLink(OUTSIDE, '/d')
    with h5py.File(f'honest-{form}.h5', 'w', libver=form) as file:
        for group in ('few', 'ordered', 'many'):
            made = file.create_group(group, track_order=group == 'ordered')
            for i in range(3 if group == 'few' else 300):
                made[f'd{i}'] = np.uint8(i % 256)
                made[f's{i}'] = h5py.SoftLink(f'/{group}/d{i}')
            for i in range(0, 2 if group == 'few' else 200, 2):
                del made[f'd{i}']
        file.create_dataset('chunked', SIZE, np.uint8, chunks=(5, 5), compression='gzip')
        file['chunked'].attrs['about'] = 'text' * 100
        file.create_dataset('text', (3,), h5py.string_dtype())
        file['again'] = file['chunked']

with h5py.File('virtual.h5', 'w', libver='latest') as file:
    layout = h5py.VirtualLayout(SIZE, np.uint8)
    layout[:] = h5py.VirtualSource(OUTSIDE, 'd', SIZE)
    file.create_virtual_dataset('d', layout)

with netCDF4.Dataset('honest.nc', 'w') as file:
    file.createDimension('y', SIZE[0])
    file.createDimension('x', SIZE[1])
    for i in range(30):
        file.createVariable(f'v{i}', 'u1', ('y', 'x'), zlib=True)[:] = i
    file.createGroup('inner').createVariable('v', 'f4', ('y', 'x'))[:] = 1

for path in [*pathlib.Path('.').glob('*.h5'), *pathlib.Path('.').glob('*.nc')]:
    pathlib.Path(f'{path}.gz').write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    path.unlink()
